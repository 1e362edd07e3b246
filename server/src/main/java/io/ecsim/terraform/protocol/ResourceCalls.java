package io.ecsim.terraform.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.plan.Planner;
import io.ecsim.terraform.plan.Proposal;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Life;
import io.ecsim.terraform.resource.Lookup;
import io.ecsim.terraform.resource.Outcome;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.schema.Blocks;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Conversion;
import io.ecsim.terraform.value.Values;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The calls about resources and data sources. */
final class ResourceCalls {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalog catalog;
  private final Supplier<ConfiguredProvider> provider;

  ResourceCalls(Catalog catalog, Supplier<ConfiguredProvider> provider) {
    this.catalog = catalog;
    this.provider = provider;
  }

  Messages.UpgradeResponse upgrade(Messages.UpgradeRequest request) {
    try {
      Schema schema = catalog.resource(request.typeName()).schema();
      JsonNode stored = JSON.readTree(request.rawState().json());
      Object value = Conversion.to(schema.type(), stored);
      return new Messages.UpgradeResponse(
          Dynamic.of(schema, Blocks.present(schema, Values.of(value).members())), List.of());
    } catch (IOException | IllegalArgumentException e) {
      Problem problem =
          Problem.error("the state of " + request.typeName() + " cannot be read", e.getMessage());
      return new Messages.UpgradeResponse(null, Notes.of(List.of(problem)));
    } catch (Problem problem) {
      return new Messages.UpgradeResponse(null, Notes.of(List.of(problem)));
    }
  }

  Messages.ReadResponse read(Messages.ReadRequest request) {
    try {
      ResourceType type = catalog.resource(request.typeName());
      Values current = Dynamic.values(type.schema(), request.currentState());
      Outcome outcome = new Life(provider.get(), type).read(current);
      return new Messages.ReadResponse(
          Dynamic.of(type.schema(), outcome.state()),
          Notes.of(outcome.problems()),
          request.secret());
    } catch (Problem problem) {
      return new Messages.ReadResponse(
          request.currentState(), Notes.of(List.of(problem)), request.secret());
    }
  }

  Messages.PlanResponse plan(Messages.PlanRequest request) {
    try {
      ResourceType type = catalog.resource(request.typeName());
      Schema schema = type.schema();
      var settings = provider.get().settings();
      Plan plan =
          Planner.of(
              schema,
              new Proposal(
                  Dynamic.values(schema, request.priorState()),
                  Dynamic.values(schema, request.config()),
                  settings.defaultTags(),
                  settings.replaceFixed()),
              type::plan);
      return new Messages.PlanResponse(
          Dynamic.of(schema, plan.planned().members()),
          plan.replacing().stream().map(Notes::path).toList(),
          request.priorPrivate(),
          Notes.of(plan.problems()),
          plan.isLenient());
    } catch (Problem problem) {
      return new Messages.PlanResponse(
          request.proposedNewState(),
          List.of(),
          request.priorPrivate(),
          Notes.of(List.of(problem)),
          false);
    }
  }

  Messages.ApplyResponse apply(Messages.ApplyRequest request) {
    try {
      ResourceType type = catalog.resource(request.typeName());
      Values prior = Dynamic.values(type.schema(), request.priorState());
      Values planned = Dynamic.values(type.schema(), request.plannedState());
      Outcome outcome = outcome(new Life(provider.get(), type), prior, planned);
      return new Messages.ApplyResponse(
          Dynamic.of(type.schema(), outcome.state()),
          request.plannedPrivate(),
          Notes.of(outcome.problems()),
          false);
    } catch (Problem problem) {
      return new Messages.ApplyResponse(
          request.priorState(), request.plannedPrivate(), Notes.of(List.of(problem)), false);
    }
  }

  private static Outcome outcome(Life life, Values prior, Values planned) {
    if (planned.members().isEmpty()) {
      return life.delete(prior);
    }
    return prior.members().isEmpty() ? life.create(planned) : life.update(prior, planned);
  }

  Messages.ImportResponse importing(Messages.ImportRequest request) {
    try {
      ResourceType type = catalog.resource(request.typeName());
      Outcome outcome = new Life(provider.get(), type).imported(request.id());
      List<Messages.ImportedResource> imported =
          outcome.state() == null
              ? List.of()
              : List.of(
                  new Messages.ImportedResource(
                      request.typeName(), Dynamic.of(type.schema(), outcome.state())));
      return new Messages.ImportResponse(imported, Notes.of(outcome.problems()));
    } catch (Problem problem) {
      return new Messages.ImportResponse(List.of(), Notes.of(List.of(problem)));
    }
  }

  Messages.DataResponse query(Messages.DataRequest request) {
    try {
      var source = catalog.dataSource(request.typeName());
      Values config = Dynamic.values(source.schema(), request.config());
      Outcome outcome = Lookup.of(provider.get(), source, config);
      Map<String, Object> state = outcome.state();
      return new Messages.DataResponse(
          state == null ? null : Dynamic.of(source.schema(), state), Notes.of(outcome.problems()));
    } catch (Problem problem) {
      return new Messages.DataResponse(null, Notes.of(List.of(problem)));
    }
  }
}
