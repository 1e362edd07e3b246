package io.ecsim.http.check;

/**
 * What is wrong with a body or a query.
 *
 * @param message the field, its value, and what is allowed
 * @param code the vendor's code that the contract gives the field, or null
 */
public record Violation(String message, String code) {}
