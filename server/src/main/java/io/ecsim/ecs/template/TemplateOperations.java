package io.ecsim.ecs.template;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.CreateLaunchTemplateOption;
import io.ecsim.api.ecs.CreateLaunchTemplateRequest;
import io.ecsim.api.ecs.CreateLaunchTemplateResponse;
import io.ecsim.api.ecs.LaunchTemplateVersion;
import io.ecsim.api.ecs.LaunchTemplatesApi;
import io.ecsim.api.ecs.ListLaunchTemplateVersionsQuery;
import io.ecsim.api.ecs.ListLaunchTemplateVersionsResponse;
import io.ecsim.api.ecs.ListTemplatesLaunchTemplate;
import io.ecsim.api.ecs.ListTemplatesQuery;
import io.ecsim.api.ecs.ListTemplatesResponse;
import io.ecsim.api.ecs.PageInfoNextMarkerPreviousMarker;
import io.ecsim.pack.Prompt;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.function.Predicate;

/** Launch templates and their versions: {@code ecs-api.csv}, ecs-v3. */
public final class TemplateOperations implements LaunchTemplatesApi {
  private static final int PAGE = 50;
  private static final int NOT_FOUND = 404;

  @Override
  public CreateLaunchTemplateResponse createLaunchTemplate(
      Call call, CreateLaunchTemplateRequest body) {
    if (Boolean.TRUE.equals(body.dryRun())) {
      return new CreateLaunchTemplateResponse(null);
    }
    var job = Prompt.begin(call, tx -> creation(tx, call.project(), body.launchTemplate()));
    return new CreateLaunchTemplateResponse(job.ref().id());
  }

  private static Plan creation(Tx tx, String project, CreateLaunchTemplateOption asked) {
    String type = TemplateTable.TEMPLATES.type();
    String id = tx.id(type, project, asked.name());
    var template =
        new Template(
            asked.name(),
            asked.description(),
            asked.versionDescription(),
            Ids.uuid(id, "version", Template.NUMBER),
            asked.templateData());
    return Plan.create(TemplateTable.CREATE, new Ref(type, project, id), template, null);
  }

  @Override
  public void deleteLaunchTemplates(Call call, String launchTemplateId) {
    Prompt.begin(
        call,
        tx -> {
          Resource<Template> template =
              tx.state().find(TemplateTable.TEMPLATES, call.project(), launchTemplateId);
          if (template == null) {
            throw new ApiError(
                NOT_FOUND,
                "Ecs.0005",
                "There is no launch template %s.".formatted(launchTemplateId));
          }
          return Plan.of(TemplateTable.DELETE, template.ref(), null);
        });
  }

  @Override
  public ListTemplatesResponse listTemplates(Call call, ListTemplatesQuery query) {
    List<Resource<Template>> found =
        found(
            call,
            template ->
                isAny(template.id(), query.launchTemplateId())
                    && isAny(template.spec().name(), query.name()));
    List<Resource<Template>> page = page(found, query.marker(), query.limit());
    return new ListTemplatesResponse(
        page.stream().map(TemplateOperations::shown).toList(), info(found, page));
  }

  private static ListTemplatesLaunchTemplate shown(Resource<Template> template) {
    Template spec = template.spec();
    return new ListTemplatesLaunchTemplate(
        Utc.seconds(template.createdAt()),
        Template.NUMBER,
        spec.description() == null ? "" : spec.description(),
        template.id(),
        Template.NUMBER,
        spec.name(),
        Utc.seconds(template.updatedAt()));
  }

  @Override
  public ListLaunchTemplateVersionsResponse listLaunchTemplateVersions(
      Call call, ListLaunchTemplateVersionsQuery query) {
    List<Resource<Template>> found =
        found(
            call,
            template ->
                is(template.id(), query.launchTemplateId())
                    && isAny(String.valueOf(Template.NUMBER), query.version())
                    && is(flavor(template.spec()), query.flavorId())
                    && hasImage(template.spec(), query.imageId()));
    List<Resource<Template>> page = page(found, query.marker(), query.limit());
    return new ListLaunchTemplateVersionsResponse(
        page.stream().map(TemplateOperations::version).toList(), info(found, page));
  }

  private static LaunchTemplateVersion version(Resource<Template> template) {
    Template spec = template.spec();
    return new LaunchTemplateVersion(
        Utc.seconds(template.createdAt()),
        template.id(),
        spec.data(),
        spec.versionDescription(),
        spec.version(),
        Template.NUMBER);
  }

  private static String flavor(Template template) {
    return template.data() == null ? null : template.data().flavorId();
  }

  private static boolean hasImage(Template template, String wanted) {
    return wanted == null
        || wanted.isEmpty()
        || (template.data() != null
            && template.data().blockDeviceMappings() != null
            && template.data().blockDeviceMappings().stream()
                .anyMatch(disk -> wanted.equals(disk.sourceId())));
  }

  private static List<Resource<Template>> found(Call call, Predicate<Resource<Template>> fits) {
    return call.glance().all(TemplateTable.TEMPLATES, call.project()).filter(fits).toList();
  }

  private static boolean is(String value, String wanted) {
    return wanted == null || wanted.isEmpty() || wanted.equals(value);
  }

  private static boolean isAny(String value, List<String> wanted) {
    return wanted == null || wanted.isEmpty() || wanted.contains(value);
  }

  /** What comes after the marker. */
  private static List<Resource<Template>> page(
      List<Resource<Template>> found, String marker, Integer limit) {
    int from = 0;
    for (int i = 0; i < found.size() && marker != null; i++) {
      if (found.get(i).id().equals(marker)) {
        from = i + 1;
      }
    }
    return found.stream().skip(from).limit(limit == null ? PAGE : limit).toList();
  }

  private static PageInfoNextMarkerPreviousMarker info(
      List<Resource<Template>> found, List<Resource<Template>> page) {
    String last = found.isEmpty() ? null : found.get(found.size() - 1).id();
    boolean more = !page.isEmpty() && !page.get(page.size() - 1).id().equals(last);
    return new PageInfoNextMarkerPreviousMarker(more ? page.get(page.size() - 1).id() : null, null);
  }
}
