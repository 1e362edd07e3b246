package io.ecsim.http.who;

import io.ecsim.api.Identity;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Inbound;
import io.ecsim.pack.Tokens;
import io.ecsim.sim.Worlds;
import java.util.regex.Pattern;

/** Tells who sends a request: <i>interface.md</i>, section 3. */
public final class Callers {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Tokens.Bearer NOBODY = new Tokens.Bearer(null, null, null, null);

  private final Tokens tokens;
  private final String usualProject;

  /**
   * Callers whose tokens are looked up here.
   *
   * @param usualProject the project of requests that name none
   */
  public Callers(Tokens tokens, String usualProject) {
    this.tokens = tokens;
    this.usualProject = usualProject;
  }

  /**
   * Who sends this request.
   *
   * @param control whether it is for the control API, which may name a world in its query
   * @throws BadRequest if the world's name cannot be one
   */
  public Caller identify(Inbound request, boolean control) {
    String token = request.header("X-Auth-Token");
    Tokens.Bearer bearer = token == null ? null : tokens.find(token);
    Tokens.Bearer known = bearer == null ? NOBODY : bearer;
    String key = Credentials.accessKey(request);
    String world =
        first(
            request.header("X-Ecsim-World"),
            control ? request.queryText("world") : null,
            worldOf(key),
            known.world(),
            request.proxyUser(),
            request.doorWorld());
    String user = key == null ? known.user() : withoutWorld(key);
    String domain = first(request.header("X-Domain-Id"), known.domain());
    String project = first(request.header("X-Project-Id"), known.project());
    return new Caller(
        world == null ? Worlds.DEFAULT : checked(world),
        new Identity(user, domain, token),
        project);
  }

  /**
   * The project a request acts in.
   *
   * @param inPath the path's, or null
   * @throws BadRequest if it cannot be a project's id
   */
  public String project(String inPath, Caller caller) {
    String project = inPath == null ? first(caller.project(), usualProject) : inPath;
    if (!PROJECT.matcher(project).matches()) {
      throw new BadRequest("%s is no project id.".formatted(project));
    }
    return project;
  }

  /**
   * A name of a world.
   *
   * @throws BadRequest if it cannot be one
   */
  public static String checked(String world) {
    if (!NAME.matcher(world).matches()) {
      throw new BadRequest(
          "%s is no name of a world: letters, digits, - _ . and at most 64 of them."
              .formatted(world));
    }
    return world;
  }

  private static String worldOf(String key) {
    int at = key == null ? -1 : key.lastIndexOf('@');
    return at < 0 ? null : key.substring(at + 1);
  }

  private static String withoutWorld(String key) {
    int at = key.lastIndexOf('@');
    return at < 0 ? key : key.substring(0, at);
  }

  private static String first(String... values) {
    for (String value : values) {
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }
}
