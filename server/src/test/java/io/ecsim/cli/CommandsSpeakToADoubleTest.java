package io.ecsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CommandsSpeakToADoubleTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  private Terminal run(String... arguments) {
    return Terminal.run(
        Stream.concat(Arrays.stream(arguments), Stream.of("--url", cloud.url()))
            .toArray(String[]::new));
  }

  private JsonNode json(String... arguments) {
    Terminal terminal =
        run(Stream.concat(Arrays.stream(arguments), Stream.of("--json")).toArray(String[]::new));
    assertThat(terminal.code()).as(terminal.err()).isZero();
    try {
      return ControlClient.JSON.readTree(terminal.out());
    } catch (IOException e) {
      throw new AssertionError(terminal.out(), e);
    }
  }

  private void disk(String name) {
    cloud
        .http()
        .post(
            "/evs/v2.1/p/cloudvolumes",
            """
            {"volume":{"name":"%s","size":10,"volume_type":"SAS",
             "availability_zone":"cn-north-4a"}}
            """
                .formatted(name));
  }

  @Test
  void theClockIsShownSetAndAdvanced() {
    disk("d");
    assertThat(run("clock").out()).contains("stepped", "next due");
    assertThat(run("clock", "advance", "--by", "PT1H").out())
        .contains("volume.create", "available");
    assertThat(run("clock", "advance", "--to", "idle").out()).contains("nothing was due");
    assertThat(run("clock", "set", "60x", "--show", "2").out()).contains("fast, pace 60, show 2");
    assertThat(json("clock").path("pace").asInt()).isEqualTo(60);
  }

  @Test
  void resourcesAreShown() {
    assertThat(run("state", "volume").out().strip()).isEqualTo("none");
    disk("data-1");
    assertThat(run("state", "volume").out())
        .contains("NAME", "data-1", "creating", "volume.create");
    String id = json("state", "volume").at("/resources/0/id").asText();
    assertThat(run("state", "volume", id).out()).contains("status    creating", "size");
    assertThat(run("state", "volume", "--project", "other").out().strip()).isEqualTo("none");
  }

  @Test
  void faultsAreLaidFromOptionsListedAndLifted() {
    Terminal added =
        run(
            "faults",
            "add",
            "--edge",
            "volume.delete",
            "--fail",
            "EVS.2020",
            "--where",
            "name=data-*",
            "--when",
            "first=2",
            "--name",
            "no end");
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(run("faults").out())
        .contains("no end", "edge volume.delete", "fail EVS.2020", "first 2");
    String id = json("faults", "list").at("/faults/0/id").asText();
    assertThat(run("faults", "remove", id).out()).contains("lifted");
    assertThat(run("faults", "add", "--edge", "volume.create", "--stall").code()).isZero();
    assertThat(json("faults").at("/faults/0/do/stall").asBoolean()).isTrue();
    assertThat(run("faults", "clear").out().strip()).isEqualTo("1 lifted");
    assertThat(run("faults", "list").out().strip()).isEqualTo("no fault rules");
  }

  @Test
  void faultsAreLaidFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rules.yaml");
    Files.writeString(
        file,
        """
        - name: the data disk cannot be deleted
          on: {edge: volume.delete}
          where: {name: "data-*"}
          when: {nth: 2}
          do: {fail: EVS.2020}
        - on: {operation: evs.ShowJob}
          when: always
          do: {status: 503}
        """);
    assertThat(run("faults", "add", "-f", file.toString()).code()).isZero();
    assertThat(json("faults").path("faults")).hasSize(2);
    Files.writeString(file, "- on: {edge: volume.delet}\n  do: {fail: true}\n");
    Terminal refused = run("faults", "add", "-f", file.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("volume.delete").hasLineCount(1);
    Files.writeString(file, "- on: {edge\n");
    Terminal broken = run("faults", "add", "-f", file.toString());
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("rules.yaml: line 2").hasLineCount(1);
    assertThat(run("faults", "add", "-f", "nowhere.yaml").code()).isEqualTo(2);
  }

  @Test
  void worldsAreMadeListedResetAndDeleted() {
    disk("d");
    assertThat(run("worlds", "create", "blue", "--from", "default").out()).contains("blue");
    assertThat(json("state", "volume", "--world", "blue").path("resources")).hasSize(1);
    assertThat(run("worlds", "reset", "default").code()).isZero();
    assertThat(json("state", "volume").path("resources")).isEmpty();
    assertThat(run("worlds").out()).contains("default", "blue", "stepped");
    assertThat(run("worlds", "delete", "blue").out().strip()).isEqualTo("blue deleted");
    assertThat(run("worlds", "delete", "blue").code()).isEqualTo(1);
  }

  @Test
  void theJournalIsShown() {
    assertThat(run("journal").out().strip()).isEqualTo("nothing has happened");
    disk("d");
    run("clock", "advance", "--to", "idle");
    assertThat(run("journal", "--type", "volume").out())
        .contains("new -> creating", "creating -> available", "(volume.create)");
    assertThat(json("journal", "--type", "request", "--limit", "1").path("entries")).hasSize(1);
  }

  @Test
  void theEnvironmentIsPrintedForEachShell() {
    assertThat(run("env").out()).contains("export ECSIM_URL='" + cloud.url() + "'");
    assertThat(run("env", "--shell", "fish").out()).contains("set -gx HW_CLOUD '");
    assertThat(run("env", "--shell", "powershell").out()).contains("$env:OS_AUTH_URL = '");
    JsonNode env = json("env", "--world", "blue");
    assertThat(env.path("HW_ACCESS_KEY").asText()).endsWith("@blue");
    assertThat(env.path("HW_REGION_NAME").asText()).isEqualTo("cn-north-4");
    assertThat(env.path("HUAWEICLOUD_SDK_REGION_EVS_CN_NORTH_4").asText())
        .isEqualTo(cloud.url() + "/evs");
    for (String name :
        new String[] {"HW_SECRET_KEY", "HW_PROJECT_ID", "HW_DOMAIN_ID", "HW_CLOUD"}) {
      assertThat(env.path(name).asText()).as(name).isNotEmpty();
    }
    for (String name : new String[] {"OS_USERNAME", "OS_PASSWORD", "OS_PROJECT_NAME"}) {
      assertThat(env.path(name).asText()).as(name).isNotEmpty();
    }
  }

  @Test
  void whatTheDoubleRefusesIsOneLine() {
    Terminal refused = run("state", "volum");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).hasLineCount(1).contains("There is no type", "volume");
  }

  @Test
  void nobodyAnswers() {
    Terminal alone = Terminal.run("clock", "--url", "http://127.0.0.1:1");
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.err()).hasLineCount(1).contains("http://127.0.0.1:1", "serve");
    assertThat(Terminal.run("clock", "--url", "no url").code()).isEqualTo(2);
  }
}
