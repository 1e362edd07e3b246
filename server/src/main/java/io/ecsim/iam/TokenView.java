package io.ecsim.iam;

import io.ecsim.api.Call;
import io.ecsim.api.iam.DomainIdName;
import io.ecsim.api.iam.KeystoneToken;
import io.ecsim.api.iam.KeystoneTokenProject;
import io.ecsim.api.iam.KeystoneTokenUser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A token as the API shows it. */
final class TokenView {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private TokenView() {}

  /**
   * What a token says.
   *
   * @param nocatalog the query key that leaves out the catalog; null if it is not there
   */
  static KeystoneToken of(Call call, Directory directory, Token token, String nocatalog) {
    var domain = new DomainIdName(token.domain().id(), token.domain().name());
    boolean scoped = token.project() != null || token.scopedToDomain();
    return KeystoneToken.builder()
        .methods(token.methods())
        .issuedAt(time(token.issued()))
        .expiresAt(time(token.expires()))
        .user(
            KeystoneTokenUser.builder()
                .id(token.user().id())
                .name(token.user().name())
                .domain(domain)
                .passwordExpiresAt("")
                .build())
        .domain(token.scopedToDomain() ? domain : null)
        .project(
            token.project() == null
                ? null
                : new KeystoneTokenProject(domain, token.project().id(), token.project().name()))
        .roles(List.of(new DomainIdName("0", "te_admin")))
        .catalog(
            scoped && nocatalog == null
                ? Catalog.of(call, directory.inventory().region(), token)
                : List.of())
        .build();
  }

  private static String time(long millis) {
    return MICROSECONDS.format(Instant.ofEpochMilli(millis));
  }
}
