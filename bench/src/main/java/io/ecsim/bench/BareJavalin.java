package io.ecsim.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The peer: a Javalin handler that answers one path with a constant. */
public final class BareJavalin {
  private BareJavalin() {}

  /** Arguments: the file with the answer. Prints its address when it is ready. */
  public static void main(String[] arguments) throws IOException {
    byte[] body = Files.readAllBytes(Path.of(arguments[0]));
    Javalin app =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.get(
                      "/ecs/v1/{project_id}/cloudservers/{server_id}",
                      context -> context.contentType("application/json").result(body));
                })
            .start("127.0.0.1", 0);
    System.out.println("ready on http://127.0.0.1:" + app.port());
  }
}
