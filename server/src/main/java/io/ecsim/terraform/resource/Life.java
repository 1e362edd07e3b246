package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.client.NoAnswer;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Blocks;
import io.ecsim.terraform.schema.GoDuration;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Conversion;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The life of an object in Terraform's hands: whatever goes wrong, nothing is lost. */
public final class Life {
  /** How long to wait where a table says nothing. */
  static final Duration USUAL = Duration.ofMinutes(20);

  private final ConfiguredProvider provider;
  private final ResourceType type;

  /** The life of an object of this type. */
  public Life(ConfiguredProvider provider, ResourceType type) {
    this.provider = provider;
    this.type = type;
  }

  /** Reads it; no state if it is gone. */
  public Outcome read(Values current) {
    return attempt(
        "reading",
        () -> {
          Found found = look(current.text("id"), current);
          return found == null ? null : Merge.refreshed(type.schema(), current, found);
        },
        current::members);
  }

  /** Makes it. */
  public Outcome create(Values planned) {
    var task = new Creation(provider, limit(planned, "create"), planned);
    return attempt(
        "creating",
        () -> {
          type.create(task);
          Found found = look(task.id(), planned);
          if (found == null) {
            throw Problem.error("it is gone already", "id: " + task.id());
          }
          return Merge.filled(type.schema(), planned, found.with(task.told()));
        },
        () -> task.id() == null ? null : remains(task, planned));
  }

  /** Changes it in place. */
  public Outcome update(Values prior, Values planned) {
    var task = new Change(provider, limit(planned, "update"), prior, planned);
    return attempt(
        "updating",
        () -> {
          type.update(task);
          Found found = look(prior.text("id"), planned);
          return Merge.filled(type.schema(), planned, found == null ? Found.nothing() : found);
        },
        () -> {
          Map<String, Object> state = new LinkedHashMap<>(prior.members());
          task.done().stream()
              .filter(name -> !Unknown.in(planned.get(name)))
              .forEach(name -> state.put(name, planned.get(name)));
          return state;
        });
  }

  /** Deletes it. */
  public Outcome delete(Values prior) {
    var task = new Deletion(provider, limit(prior, "delete"), prior);
    Outcome outcome =
        attempt(
            "deleting",
            () -> {
              try {
                type.delete(task);
              } catch (ApiFailure failure) {
                if (!failure.isNotFound()) {
                  throw failure;
                }
              }
              return null;
            },
            prior::members);
    return outcome.and(task.warnings());
  }

  /** What is known of an object that is to be imported. */
  public Outcome imported(String id) {
    return attempt(
        "importing",
        () -> {
          if (!type.isImportable()) {
            throw Problem.error("resource " + type.name() + " doesn't support import", "");
          }
          Map<String, Object> object = Blocks.none(type.schema());
          Map<String, Object> known = type.imported(id);
          known.forEach(
              (name, value) ->
                  object.put(name, Conversion.to(type.schema().type().members().get(name), value)));
          return object;
        },
        () -> null);
  }

  private Found look(String id, Values current) {
    try {
      Found found = type.read(new Reading(provider, USUAL, id, current));
      return found == null ? null : withTags(found).with("id", id);
    } catch (ApiFailure failure) {
      if (failure.isNotFound()) {
        return null;
      }
      throw failure;
    }
  }

  private Found withTags(Found found) {
    if (type.schema().attributes().anyMatch(row -> row.is(Attribute.Flag.TAGS))
        && found.tells("tags")) {
      Map<String, String> tags = Tags.read(found.told("tags"));
      tags.keySet().removeAll(provider.settings().ignoredTags());
      found.with("tags", tags);
    }
    return found;
  }

  /** What there is of an object whose making failed: Terraform will call it tainted. */
  private Map<String, Object> remains(Creation task, Values planned) {
    try {
      Found seen = look(task.id(), planned);
      if (seen != null) {
        return Merge.filled(type.schema(), planned, seen.with(task.told()));
      }
    } catch (RuntimeException unreadable) {
      // The first failure is the one to tell of; the id is enough to clean up.
    }
    return Merge.filled(type.schema(), planned, Found.nothing().with("id", task.id()));
  }

  private Outcome attempt(
      String doing, Supplier<Map<String, Object>> what, Supplier<Map<String, Object>> otherwise) {
    try {
      return Outcome.of(what.get());
    } catch (NoAnswer silence) {
      String more = "\nIt may have happened all the same.";
      return failed(doing, Problem.error("no answer", silence.getMessage() + more), otherwise);
    } catch (RuntimeException failure) {
      return failed(doing, Failures.problem(failure, doing + " " + type.name()), otherwise);
    }
  }

  private Outcome failed(String doing, Problem problem, Supplier<Map<String, Object>> otherwise) {
    Problem named =
        Problem.error(
            "error " + doing + " " + type.thing() + ": " + problem.summary(), problem.detail());
    return new Outcome(
        otherwise.get(), List.of(problem.path() == null ? named : named.at(problem.path())));
  }

  private Duration limit(Values values, String operation) {
    String own = values.block(Schema.TIMEOUTS).text(operation);
    return own == null
        ? type.schema().timeouts().getOrDefault(operation, USUAL)
        : GoDuration.parse(own);
  }
}
