/**
 * Key pairs, which the key management service serves. Facts: {@code terraform-huaweicloud.md} 3.5,
 * {@code definitions/kps.json}, {@code provider-behaviour.md} 2.
 */
package io.ecsim.kms;
