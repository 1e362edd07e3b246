package io.ecsim.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of security groups, as they are kept. */
class RulesOfGroupsTest {
  @RegisterExtension final Ecsim ecsim = Ecsim.of(Network.pack());

  @ParameterizedTest
  @CsvSource({"/vpc/v1/%s/security-group-rules", "/vpc/v3/%s/vpc/security-group-rules"})
  void theRangeOfARuleIsKeptInSmallLetters(String path) {
    String group = Network.group(ecsim, "web");
    HttpAnswer made =
        ecsim
            .http()
            .post(
                path.formatted(Ecsim.PROJECT),
                """
                {"security_group_rule": {"security_group_id": "%s", "direction": "ingress",
                 "ethertype": "IPv6", "remote_ip_prefix": "2001:558:FC00::/39"}}
                """
                    .formatted(group));

    assertThat(made.status()).as(made.text()).isLessThan(300);
    assertThat(made.at("/security_group_rule/remote_ip_prefix")).isEqualTo("2001:558:fc00::/39");
  }
}
