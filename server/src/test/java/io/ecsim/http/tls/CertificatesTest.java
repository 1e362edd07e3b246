package io.ecsim.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the certificates that the double makes, and who believes them. */
class CertificatesTest {
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String NAME_CONSTRAINTS = "2.5.29.30";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final int DNS = 2;
  private static final int IP = 7;

  private final Authority authority = new Authority();

  /** Java asks nothing of an anchor of its trust, so the authority is made a part of the path. */
  private void validate(X509Certificate certificate) throws Exception {
    X509Certificate issuer = authority.certificate();
    var anchor = new TrustAnchor(issuer.getSubjectX500Principal(), issuer.getPublicKey(), null);
    var parameters = new PKIXParameters(Set.of(anchor));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate, issuer)),
            parameters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ecs.cn-north-4.myhuaweicloud.com",
        "bss.myhuaweicloud.com",
        "evs.eu-west-101.myhuaweicloud.eu",
        "localhost",
      })
  void hostsOfTheCloudAndThisMachineAreBelieved(String host) {
    assertThatCode(() -> validate(authority.certificateOf(host))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.com", "notmyhuaweicloud.com", "myhuaweicloud.com.test", "10.0.0.1"})
  void theAuthorityCannotVouchForAnybodyElse(String host) {
    assertThatThrownBy(() -> validate(authority.certificateOf(host)))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void theAuthorityIsCriticalAboutWhatItMay() {
    X509Certificate certificate = authority.certificate();

    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getCriticalExtensionOIDs())
        .containsExactlyInAnyOrder(BASIC_CONSTRAINTS, KEY_USAGE, NAME_CONSTRAINTS);
    assertThat(certificate.getBasicConstraints()).isZero();
    assertThat(used(certificate)).containsExactly(5, 6);
    assertThat(
            new String(
                certificate.getExtensionValue(NAME_CONSTRAINTS), StandardCharsets.ISO_8859_1))
        .contains("myhuaweicloud.com", "myhuaweicloud.eu", "localhost");
  }

  @Test
  void aHostsCertificateIsGoodForThatHostAsAServerAndNothingElse() throws Exception {
    X509Certificate certificate = authority.certificateOf("ecs.cn-north-4.myhuaweicloud.com");

    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(List.of(DNS, "ecs.cn-north-4.myhuaweicloud.com"));
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
    assertThat(used(certificate)).containsExactly(0);
    assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength())
        .isEqualTo(256);
    assertThat(certificate.getSerialNumber().signum()).isPositive();
    certificate.verify(authority.certificate().getPublicKey());
  }

  @Test
  void itNamesTheIssuersKey() {
    byte[] issuer = authority.certificate().getExtensionValue("2.5.29.14");
    byte[] named = authority.certificateOf("localhost").getExtensionValue("2.5.29.35");
    String key =
        HexFormat.of().formatHex(Arrays.copyOfRange(issuer, issuer.length - 20, issuer.length));

    assertThat(HexFormat.of().formatHex(named)).endsWith(key);
  }

  @Test
  void whoNamesNoHostGetsThisMachine() throws Exception {
    assertThat(authority.certificateOf(Authority.UNNAMED).getSubjectAlternativeNames())
        .containsExactly(
            List.of(DNS, "localhost"), List.of(IP, "127.0.0.1"), List.of(IP, "0:0:0:0:0:0:0:1"));
  }

  @Test
  void clocksMayBeADayLateAndYearsAreNotPromised() {
    X509Certificate certificate = authority.certificateOf("localhost");
    Instant begin = certificate.getNotBefore().toInstant();
    Instant end = certificate.getNotAfter().toInstant();

    assertThat(begin).isBefore(Instant.now().minus(Duration.ofHours(23)));
    assertThat(Duration.between(begin, end)).isEqualTo(Duration.ofDays(397));
  }

  @Test
  void aHostKeepsItsCertificateAndTheAuthorityBelongsToOneStart() {
    Authority other = new Authority();

    assertThat(authority.certificateOf("localhost")).isSameAs(authority.certificateOf("localhost"));
    assertThat(authority.certificate().getSubjectX500Principal())
        .isNotEqualTo(other.certificate().getSubjectX500Principal());
    assertThatThrownBy(() -> validate(other.certificateOf("localhost")))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void aClientOfThousandHostsDoesNotFillTheMemory() {
    for (int i = 0; i < 1100; i++) {
      authority.certificateOf("h" + i + ".myhuaweicloud.com");
    }

    assertThat(authority.certificateOf("h1.myhuaweicloud.com")).isNotNull();
  }

  @Test
  void theAuthorityIsGivenAsTextAndAsAKeyStoreOfJava() throws Exception {
    var trust = new Trust();
    String pem = new String(trust.pem(), StandardCharsets.US_ASCII);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(trust.keyStore()), Trust.PASSWORD.toCharArray());
    var read =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(trust.pem()));

    assertThat(pem.lines()).allMatch(line -> line.length() <= 64);
    assertThat(store.isCertificateEntry("ecsim")).isTrue();
    assertThat(store.getCertificate("ecsim")).isEqualTo(read);
  }

  @Test
  void aSelfSignedServerVouchesForItself() throws Exception {
    CertifiedKey server = SelfSigned.server(List.of("localhost", "127.0.0.1"));
    X509Certificate certificate = server.certificate();

    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(List.of(DNS, "localhost"), List.of(IP, "127.0.0.1"));
    assertThat(certificate.getBasicConstraints()).isZero();
    assertThat(used(certificate)).containsExactly(0, 5, 6);
    assertThat(server.key().getAlgorithm()).isEqualTo("EC");
    assertThatCode(certificate::checkValidity).doesNotThrowAnyException();
  }

  private static List<Integer> used(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return IntStream.range(0, usage.length).filter(i -> usage[i]).boxed().toList();
  }
}
