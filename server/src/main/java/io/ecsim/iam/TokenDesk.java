package io.ecsim.iam;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.iam.Domain;
import io.ecsim.api.iam.KeystoneAuth;
import io.ecsim.api.iam.KeystoneCreateTokenQuery;
import io.ecsim.api.iam.KeystoneCreateTokenRequest;
import io.ecsim.api.iam.KeystoneCreateTokenResponse;
import io.ecsim.api.iam.KeystonePasswordUser;
import io.ecsim.api.iam.KeystoneScope;
import io.ecsim.api.iam.KeystoneScopeProject;
import io.ecsim.api.iam.KeystoneValidateTokenQuery;
import io.ecsim.api.iam.KeystoneValidateTokenResponse;
import io.ecsim.api.iam.TokensApi;
import io.ecsim.sim.Worlds;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Issues tokens to whoever asks, and says what they are good for. */
record TokenDesk(Directory directory, LongSupplier wall) implements TokensApi {
  private static final String HEADER = "X-Subject-Token";
  private static final Duration GOOD_FOR = Duration.ofHours(24);

  @Override
  public Reply<KeystoneCreateTokenResponse> keystoneCreateToken(
      Call call, KeystoneCreateTokenRequest body, KeystoneCreateTokenQuery query) {
    Token token = issue(call, body.auth());
    return Reply.of(
            new KeystoneCreateTokenResponse(
                TokenView.of(call, directory, token, query.nocatalog())))
        .header(HEADER, token.text());
  }

  private Token issue(Call call, KeystoneAuth auth) {
    KeystonePasswordUser who =
        auth.identity().password() == null ? null : auth.identity().password().user();
    Token before =
        auth.identity().token() == null || auth.identity().token().id() == null
            ? null
            : Token.parse(auth.identity().token().id());
    String name = who == null ? null : who.name();
    int at = name == null ? -1 : name.lastIndexOf('@');
    Directory.Named user =
        before != null
            ? before.user()
            : directory.user(who == null ? null : who.id(), at < 0 ? name : name.substring(0, at));
    KeystoneScope scope = auth.scope();
    Directory.Named domain = domain(who, before, scope);
    long now = wall.getAsLong();
    return new Token(
        world(call, at < 0 ? null : name.substring(at + 1), before),
        user,
        domain,
        scope == null ? null : project(scope.project()),
        scope != null && scope.project() == null && scope.domain() != null,
        auth.identity().methods(),
        now,
        now + GOOD_FOR.toMillis());
  }

  /** The world of the request; else the user's, whose name may end in it; else the old token's. */
  private static String world(Call call, String users, Token before) {
    String world = call.world().name();
    if (!world.equals(Worlds.DEFAULT)) {
      return world;
    }
    return users != null && !users.isEmpty() ? users : before == null ? world : before.world();
  }

  private Directory.Named domain(KeystonePasswordUser who, Token before, KeystoneScope scope) {
    if (scope != null && scope.domain() != null) {
      return domain(scope.domain());
    }
    if (before != null) {
      return before.domain();
    }
    if (who != null && who.domain() != null) {
      return domain(who.domain());
    }
    return scope != null && scope.project() != null && scope.project().domain() != null
        ? domain(scope.project().domain())
        : directory.domain(null, null);
  }

  private Directory.Named domain(Domain named) {
    return directory.domain(named.id(), named.name());
  }

  private Directory.Named project(KeystoneScopeProject project) {
    if (project == null) {
      return null;
    }
    if (project.id() == null && project.name() == null) {
      throw new ApiError("IAM.0011", "auth.scope.project names neither id nor name.");
    }
    return project.id() == null
        ? new Directory.Named(directory.projectId(project.name()), project.name())
        : new Directory.Named(project.id(), directory.projectName(project.id()));
  }

  @Override
  public Reply<KeystoneValidateTokenResponse> keystoneValidateToken(
      Call call, KeystoneValidateTokenQuery query) {
    String text = query.xSubjectToken();
    if (text == null || text.isEmpty()) {
      throw new ApiError("IAM.0011", HEADER + " is missing.");
    }
    Token token = Token.parse(text);
    if (token == null || token.expires() <= wall.getAsLong()) {
      throw new ApiError("IAM.0003", "The token in %s could not be found.".formatted(HEADER));
    }
    return Reply.of(
            new KeystoneValidateTokenResponse(
                TokenView.of(call, directory, token, query.nocatalog())))
        .header(HEADER, text);
  }
}
