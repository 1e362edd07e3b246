package io.ecsim.terraform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.client.Cloud;
import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.client.Settings;
import io.ecsim.terraform.client.Waiting;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Something to be done in the cloud for one object. */
public abstract class Task {
  private final ConfiguredProvider provider;
  private final Waiting waiting;

  Task(ConfiguredProvider provider, Duration limit) {
    this.provider = provider;
    this.waiting = new Waiting(provider.cloud(), provider.stop(), limit);
  }

  ConfiguredProvider provider() {
    return provider;
  }

  /** The way to the cloud. */
  public Cloud cloud() {
    return provider.cloud();
  }

  /** What the provider block says. */
  public Settings settings() {
    return provider.settings();
  }

  /** Reads. */
  public JsonNode get(String service, String path) {
    return cloud().get(service, path);
  }

  /** Sends a body. */
  public JsonNode post(String service, String path, Map<String, Object> body) {
    return cloud().post(service, path, body);
  }

  /** Sends a body. */
  public JsonNode put(String service, String path, Map<String, Object> body) {
    return cloud().put(service, path, body);
  }

  /** Deletes. */
  public JsonNode delete(String service, String path) {
    return cloud().delete(service, path);
  }

  /** Deletes, with a body. */
  public JsonNode delete(String service, String path, Map<String, Object> body) {
    return cloud().delete(service, path, body);
  }

  /** The enterprise project that these arguments, else the provider block, name; or null. */
  public String enterpriseProject(Values arguments) {
    String own = arguments.filled("enterprise_project_id");
    return own == null ? settings().enterpriseProjectId() : own;
  }

  /** Looks until there is something to see: null is not yet. */
  public <T> T until(String what, Supplier<T> look) {
    return waiting.until(what, look);
  }

  /** Does this while nobody else does anything with the same key. */
  public void exclusively(String key, Runnable what) {
    provider.locks().exclusively(key, what);
  }

  /**
   * Follows the job that an answer names to its end; without a job nothing is to be waited for.
   *
   * @return the job at its end, or the answer itself
   * @throws Problem if it failed: with its code and reason
   */
  public JsonNode job(String service, JsonNode accepted) {
    return job(service, "v1", accepted);
  }

  /** As {@link #job(String, JsonNode)}, where jobs are shown by another version of the API. */
  public JsonNode job(String service, String version, JsonNode accepted) {
    String id = accepted.path("job_id").asText();
    if (id.isEmpty()) {
      return accepted;
    }
    String path = "/" + version + "/{project}/jobs/" + id;
    JsonNode ended =
        until(
            "job " + id + " to end",
            () -> {
              JsonNode job = get(service, path);
              String status = job.path("status").asText();
              return status.equals("SUCCESS") || status.equals("FAIL") ? job : null;
            });
    if (ended.path("status").asText().equals("FAIL")) {
      String code = ended.path("error_code").asText();
      String reason = ended.path("fail_reason").asText();
      throw Problem.error(
          "job failed with code " + code + ": " + reason,
          "job: %s (%s)\ncode: %s\nreason: %s\n./ecsim journal tells what became of the resource."
              .formatted(id, ended.path("job_type").asText(), code, reason));
    }
    return ended;
  }

  /**
   * Tries until nothing is in the way any more: a 409 means that something still is.
   *
   * @throws Problem if the time is up; it tells what was in the way
   */
  public void onceFree(String what, Runnable attempt) {
    repeat(
        what + " to be free",
        List.of(409),
        () -> {
          attempt.run();
          return true;
        });
  }

  /** Looks until a 404 tells that it is gone. */
  public void untilGone(String what, Runnable look) {
    removed(what, look);
  }

  /**
   * Asks for a deletion again and again until a 404 tells that it is gone.
   *
   * @param attempt looks, and asks for it
   * @param busy the statuses which mean that something is still in the way
   * @throws Problem if the time is up; it tells what was in the way
   */
  public void removed(String what, Runnable attempt, Integer... busy) {
    repeat(
        what + " to be gone",
        List.of(busy),
        () -> {
          try {
            attempt.run();
            return null;
          } catch (ApiFailure failure) {
            if (failure.isNotFound()) {
              return true;
            }
            throw failure;
          }
        });
  }

  private void repeat(String what, List<Integer> busy, Supplier<Boolean> attempt) {
    var obstacle = new AtomicReference<ApiFailure>();
    try {
      until(
          what,
          () -> {
            try {
              return attempt.get();
            } catch (ApiFailure failure) {
              if (!busy.contains(failure.status())) {
                throw failure;
              }
              obstacle.set(failure);
              return null;
            }
          });
    } catch (Problem end) {
      ApiFailure last = obstacle.get();
      throw last == null
          ? end
          : Problem.error(end.summary() + ": " + last.line(), end.detail() + "\n" + last.detail())
              .because(end);
    }
  }
}
