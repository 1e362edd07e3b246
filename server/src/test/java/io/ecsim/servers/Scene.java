package io.ecsim.servers;

import static io.ecsim.testing.Caller.ok;

import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A double with Anna, who has servers. */
final class Scene {
  final WholeDouble cloud;
  final Owner anna;

  /** What a preparation has to tell beside the id of what it made. */
  final Map<String, String> notes = new HashMap<>();

  Scene(WholeDouble cloud) {
    this.cloud = cloud;
    this.anna = new Owner(cloud.http(), Owner.ANNA);
  }

  /** A server that runs. */
  String running() {
    String id = ok(anna.order("server")).at("/serverIds/0");
    cloud.idle();
    return id;
  }

  String stopped() {
    return after(running(), id -> anna.stop(id, "SOFT"));
  }

  String frozen() {
    return after(stopped(), id -> anna.begin(id, "freeze"));
  }

  /** A server that could not be made: only native clients ever see one. */
  String faulty() {
    return failing("create", () -> anna.orderNatively("faulty"), "/server/id");
  }

  /** A server that waits for its new flavor to be confirmed. */
  String resized() {
    return after(stopped(), id -> anna.act(id, "{'resize':{'flavorRef':'%s'}}", Owner.LARGE));
  }

  String notReinstalled() {
    String id = stopped();
    failing("reinstall-os", () -> anna.reinstall(id), "/job_id");
    return id;
  }

  String notChanged() {
    String id = stopped();
    failing("change-os", () -> anna.changeOs(id), "/job_id");
    return id;
  }

  /** A disk that is available. */
  String disk() {
    String disk = ok(anna.orderDisk()).at("/volume_ids/0");
    cloud.idle();
    return disk;
  }

  /** A server after something was done to it, to its end. */
  String after(String server, java.util.function.Function<String, HttpAnswer> action) {
    ok(action.apply(server));
    cloud.idle();
    return server;
  }

  /** A server with something under way. */
  String amid(String server, java.util.function.Function<String, HttpAnswer> action) {
    ok(action.apply(server));
    return server;
  }

  /** What the answer tells at a place, after this edge has failed by a fault. */
  String failing(String edge, Supplier<HttpAnswer> request, String place) {
    cloud.fault(
        """
        {"name": "f", "on": {"edge": "server.%s"}, "when": {"nth": 1}, "do": {"fail": true}}
        """
            .formatted(edge));
    HttpAnswer answer = ok(request.get());
    cloud.idle();
    return answer.at(place);
  }
}
