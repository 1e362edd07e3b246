package io.ecsim.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.ecs.v2.EcsMeta;
import com.huaweicloud.sdk.evs.v2.EvsMeta;
import io.ecsim.api.Operation;
import io.ecsim.api.ecs.EcsOperations;
import io.ecsim.api.evs.EvsOperations;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Huawei's own SDK can ask for is in the contract; all of it that concerns disks lives. */
class EveryOperationOfTheSdkIsThereTest {

  @Test
  void disks_live_through_every_one() {
    assertThat(requestsOf(EvsMeta.class))
        .isNotEmpty()
        .isSubsetOf(addresses(EvsOperations.all().stream().filter(Operation::modelled).toList()));
  }

  @Test
  void servers_have_every_one_in_the_contract() {
    assertThat(requestsOf(EcsMeta.class)).isNotEmpty().isSubsetOf(addresses(EcsOperations.all()));
  }

  private static Set<String> addresses(List<Operation> operations) {
    return operations.stream()
        .map(operation -> address(operation.method(), operation.path()))
        .collect(Collectors.toSet());
  }

  private static List<String> requestsOf(Class<?> meta) {
    return Arrays.stream(meta.getFields())
        .map(EveryOperationOfTheSdkIsThereTest::request)
        .map(request -> address(request.getMethod().name(), request.getUri()))
        .toList();
  }

  private static HttpRequestDef<?, ?> request(Field field) {
    try {
      return (HttpRequestDef<?, ?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** Names of path variables differ, their places do not. */
  private static String address(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}");
  }
}
