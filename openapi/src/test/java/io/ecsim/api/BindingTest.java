package io.ecsim.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.api.control.StatePatch;
import io.ecsim.api.ecs.BatchServersActionRequest;
import io.ecsim.api.ecs.BatchStopServersRequest;
import io.ecsim.api.evs.CreateVolumeRequest;
import io.ecsim.api.evs.ShowJobResponse;
import io.ecsim.api.evs.UpdateVolumeRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Generated records with Jackson: what the annotations promise. */
class BindingTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  @Test
  void absentNullAndEmptyAreThreeThings() throws IOException {
    UpdateVolumeRequest update = read("{'volume':{'name':''}}", UpdateVolumeRequest.class);
    assertThat(update.volume().name()).isEqualTo(Given.of(""));
    assertThat(update.volume().description()).isEqualTo(Given.absent());
    UpdateVolumeRequest clear = read("{'volume':{'description':null}}", UpdateVolumeRequest.class);
    assertThat(clear.volume().description().present()).isTrue();
    assertThat(clear.volume().description().value()).isNull();
    assertThat(clear.volume().name().present()).isFalse();
  }

  @Test
  void decimalsAreCutOff() throws IOException {
    CreateVolumeRequest create =
        read("{'volume':{'size':10.9,'count':2}}", CreateVolumeRequest.class);
    assertThat(create.volume().size()).isEqualTo(10);
    assertThat(create.volume().count()).isEqualTo(2);
  }

  @Test
  void anActionIsKnownByItsKey() throws IOException {
    BatchServersActionRequest action =
        read(
            "{'os-stop':{'type':'HARD','servers':[{'id':'a'}]},'more':1}",
            BatchServersActionRequest.class);
    assertThat(action).isInstanceOf(BatchStopServersRequest.class);
    assertThat(((BatchStopServersRequest) action).osStop().type()).isEqualTo("HARD");
  }

  @Test
  void unknownMembersOfAnOpenSchemaAreKept() throws IOException {
    StatePatch patch = read("{'status':'error','size':20}", StatePatch.class);
    assertThat(patch.status()).isEqualTo("error");
    assertThat(patch.additional()).containsEntry("size", 20);
    assertThat(read("{'status':'error'}", StatePatch.class).additional()).isEmpty();
    assertThat(JSON.writeValueAsString(patch)).isEqualTo("{\"status\":\"error\",\"size\":20}");
  }

  @Test
  void requiredMembersThatMayBeNullAreWritten() throws IOException {
    String text =
        JSON.writeValueAsString(ShowJobResponse.builder().jobId("j").status("RUNNING").build());
    assertThat(text)
        .contains("\"error_code\":null")
        .contains("\"fail_reason\":null")
        .doesNotContain("job_type");
  }

  private static <T> T read(String json, Class<T> type) throws IOException {
    return JSON.readValue(json.replace('\'', '"'), type);
  }
}
