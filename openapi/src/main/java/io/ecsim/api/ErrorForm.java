package io.ecsim.api;

/**
 * How a service words an error. Each operation names its form in the contract: {@code
 * x-error-form}.
 */
public enum ErrorForm {
  /** {@code {"error":{"code":"Ecs.0005","message":"..."}}}: ECS v1 and v1.1, EVS, jobs. */
  CODE,
  /** {@code {"badRequest":{"code":400,"message":"..."}}}, the key by HTTP status: Nova, Cinder. */
  NATIVE,
  /**
   * {@code {"error_code":"...","error_msg":"...","request_id":"..."}}: gateway, ECS v3, KMS, IAM
   * v3.0.
   */
  GATEWAY,
  /** {@code {"code":"VPC.0101","message":"..."}}: VPC v1. */
  FLAT,
  /** {@code {"NeutronError":{"type":"...","message":"...","detail":""}}}: native networks. */
  NEUTRON,
  /**
   * {@code {"error":{"code":401,"message":"...","title":"Unauthorized"}}}: Keystone paths of IAM.
   */
  KEYSTONE,
  /** {@code {"error":{"code":"...","message":"...","hint":"..."}}}: ecsim's own control API. */
  CONTROL
}
