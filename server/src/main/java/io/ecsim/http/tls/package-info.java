/** Certificates, made with what the JDK has, and the TLS that stands on them. */
package io.ecsim.http.tls;
