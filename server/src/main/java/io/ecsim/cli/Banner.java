package io.ecsim.cli;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.Version;
import io.ecsim.control.Pace;
import io.ecsim.sim.World;
import java.util.stream.Collectors;

/** What {@code serve} says first. */
final class Banner {
  private Banner() {}

  static String of(Ecsim cloud, Options options) {
    String worlds =
        cloud.worlds().all().stream().map(World::name).collect(Collectors.joining(", "));
    String url = cloud.url().equals("http://127.0.0.1:8480") ? "" : " --url " + cloud.url();
    return """
        ecsim %s: Huawei Cloud ECS and EVS, made up, offline
          address  %s  (region %s)
          clock    %s
          worlds   %s  (any other is made when it is first named)
          next     eval "$(./ecsim env%s)"      point clients here
                   ./ecsim state volume%s       what there is
                   ./ecsim clock advance --to idle%s
                   Ctrl-C                       end\
        """
        .formatted(
            Version.text(),
            cloud.url(),
            options.region(),
            Pace.told(cloud.worlds().get("default").read().clock()),
            worlds,
            url,
            url,
            url);
  }
}
