package io.ecsim.http.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key with the certificate of its public one. */
public record CertifiedKey(PrivateKey key, X509Certificate certificate) {}
