package io.ecsim.iam;

import io.ecsim.api.Call;
import io.ecsim.api.iam.KeystoneListProjectsQuery;
import io.ecsim.api.iam.KeystoneListProjectsResponse;
import io.ecsim.api.iam.KeystoneProject;
import io.ecsim.api.iam.KeystoneProjectsResponse;
import io.ecsim.api.iam.Links;
import io.ecsim.api.iam.LinksSelf;
import io.ecsim.api.iam.ProjectsApi;
import java.util.List;
import java.util.stream.Stream;

/** Projects: whoever asks for a name gets it; a plain list shows those that were used. */
record Projects(Directory directory) implements ProjectsApi {

  @Override
  public KeystoneListProjectsResponse keystoneListProjects(
      Call call, KeystoneListProjectsQuery query) {
    String domain = domain(call);
    Stream<KeystoneProject> all =
        query.name() == null || query.name().isEmpty()
            ? used(call)
            : Stream.of(project(call, directory.projectId(query.name()), query.name()));
    boolean none =
        Boolean.FALSE.equals(query.enabled())
            || Boolean.TRUE.equals(query.isDomain())
            || (query.domainId() != null && !query.domainId().equals(domain))
            || (query.parentId() != null && !query.parentId().equals(domain));
    var found = none ? Stream.<KeystoneProject>empty() : all;
    int size = query.perPage() == null ? Integer.MAX_VALUE : query.perPage();
    long skipped = query.page() == null ? 0 : (query.page() - 1L) * size;
    return new KeystoneListProjectsResponse(
        new Links(null, null, call.baseUrl() + "/v3/projects"),
        found.skip(skipped).limit(size).toList());
  }

  @Override
  public KeystoneProjectsResponse keystoneListAuthProjects(Call call) {
    List<KeystoneProject> projects = used(call).toList();
    return new KeystoneProjectsResponse(
        new LinksSelf(call.baseUrl() + "/v3/auth/projects"), projects);
  }

  /** The region's own project, then those that resources were made in. */
  private Stream<KeystoneProject> used(Call call) {
    String own = directory.inventory().account().projectId();
    return Stream.concat(Stream.of(own), call.glance().state().projects().stream().sorted())
        .distinct()
        .map(id -> project(call, id, directory.projectName(id)));
  }

  private String domain(Call call) {
    return directory.domain(call.identity().domain(), null).id();
  }

  private KeystoneProject project(Call call, String id, String name) {
    String domain = domain(call);
    return KeystoneProject.builder()
        .id(id)
        .name(name)
        .description("")
        .enabled(true)
        .isDomain(false)
        .domainId(domain)
        .parentId(domain)
        .links(new LinksSelf(call.baseUrl() + "/v3/projects/" + id))
        .build();
  }
}
