/** What the contract says about a request or an answer, and how a violation is told. */
package io.ecsim.http.check;
