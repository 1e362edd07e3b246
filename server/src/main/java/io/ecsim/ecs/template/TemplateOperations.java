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
import io.ecsim.sim.Listing;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;

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
    Listing<Template> found =
        all(call)
            .when(query.launchTemplateId(), (template, ids) -> ids.contains(template.id()))
            .when(query.name(), (template, names) -> names.contains(template.spec().name()));
    Listing.Page<Template> page = found.rest(query.marker(), 0, limit(query.limit()));
    return new ListTemplatesResponse(
        page.items().stream().map(TemplateOperations::shown).toList(), info(page));
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
    Listing<Template> found =
        all(call)
            .when(query.launchTemplateId(), (template, id) -> template.id().equals(id))
            .when(
                query.version(),
                (template, numbers) -> numbers.contains(String.valueOf(Template.NUMBER)))
            .when(query.flavorId(), (template, id) -> id.equals(flavor(template.spec())))
            .when(query.imageId(), (template, id) -> hasImage(template.spec(), id));
    Listing.Page<Template> page = found.rest(query.marker(), 0, limit(query.limit()));
    return new ListLaunchTemplateVersionsResponse(
        page.items().stream().map(TemplateOperations::version).toList(), info(page));
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
    return template.data() != null
        && template.data().blockDeviceMappings() != null
        && template.data().blockDeviceMappings().stream()
            .anyMatch(disk -> wanted.equals(disk.sourceId()));
  }

  private static Listing<Template> all(Call call) {
    return Listing.over(call.glance().state().roll(TemplateTable.TEMPLATES, call.project()));
  }

  private static int limit(Integer asked) {
    return asked == null ? PAGE : asked;
  }

  private static PageInfoNextMarkerPreviousMarker info(Listing.Page<Template> page) {
    return new PageInfoNextMarkerPreviousMarker(page.next(), null);
  }
}
