package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.AddressAddrVersion;
import io.ecsim.api.ecs.FlavorIdLinks;
import io.ecsim.api.ecs.ServersLink;
import io.ecsim.api.ecs.UpdatedServer;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Tags;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server as the answer to an update shows it: {@code ecs-schemas.md} 3.4. */
final class Updated {
  private Updated() {}

  static UpdatedServer of(Call call, Sight sight) {
    Resource<Server> resource = sight.server();
    Server server = sight.spec();
    String project = resource.ref().project();
    return UpdatedServer.builder()
        .id(resource.id())
        .name(server.name())
        .status(sight.words().status())
        .created(Utc.seconds(resource.createdAt()))
        .updated(Utc.seconds(resource.updatedAt()))
        .hostId(sight.host().id())
        .addresses(addresses(sight))
        .links(links(call, project, "servers/" + resource.id()))
        .image(server.build().imageId())
        .flavor(
            new FlavorIdLinks(
                server.build().flavorId(),
                links(call, project, "flavors/" + server.build().flavorId())))
        .metadata(server.allMetadata())
        .tenantId(project)
        .userId(server.origin().userId())
        .progress(0)
        .accessIPv4("")
        .accessIPv6("")
        .diskConfig("MANUAL")
        .hostname(server.hostname())
        .userData(server.login().userData())
        .description(server.description())
        .locked(server.locked())
        .tags(Tags.texts(server.labels()))
        .build();
  }

  private static List<ServersLink> links(Call call, String project, String path) {
    return List.of(
        new ServersLink("%s/v2.1/%s/%s".formatted(call.baseUrl(), project, path), "self"),
        new ServersLink("%s/%s/%s".formatted(call.baseUrl(), project, path), "bookmark"));
  }

  private static Map<String, List<AddressAddrVersion>> addresses(Sight sight) {
    var shown = new LinkedHashMap<String, List<AddressAddrVersion>>();
    sight
        .addresses()
        .forEach(
            (vpc, list) ->
                shown.put(
                    vpc,
                    list.stream()
                        .map(a -> new AddressAddrVersion(a.text(), a.version()))
                        .toList()));
    return shown;
  }
}
