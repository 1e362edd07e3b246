package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting into servers: consoles and passwords, through all doors. ecs-lifecycle.md b.15. */
class GettingInTest {
  private static final String CONSOLE =
      "{\"remote_console\":{\"protocol\":\"vnc\",\"type\":\"novnc\"}}";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private Nova nova() {
    return new Nova(client(), cloud);
  }

  private void fail(String edge, String code) {
    client()
        .world()
        .transact(
            tx ->
                tx.lay(
                    "rule",
                    new Target.OnEdge(edge),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail(code)));
  }

  @Test
  void a_running_server_has_a_console_behind_another_address_each_time() {
    String id = client().running("web");
    HttpAnswer first = client().post("/" + id + "/remote_console", CONSOLE);
    HttpAnswer second = client().post("/" + id + "/remote_console", CONSOLE);
    HttpAnswer natively = nova().post("/servers/" + id + "/remote-consoles", CONSOLE);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.at("/remote_console/type")).isEqualTo("novnc");
    assertThat(first.at("/remote_console/url"))
        .startsWith("https://")
        .isNotEqualTo(second.at("/remote_console/url"));
    assertThat(natively.status()).as(natively.text()).isEqualTo(200);
    assertThat(natively.at("/remote_console/url")).startsWith("https://");
  }

  @Test
  void a_stopped_one_has_none() {
    String id = client().running("web");
    client().stop("HARD", id);
    ecsim.advanceToIdle();
    HttpAnswer refused = client().post("/" + id + "/remote_console", CONSOLE);
    HttpAnswer natively = nova().post("/servers/" + id + "/remote-consoles", CONSOLE);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("Ecs.0100");
    assertThat(natively.status()).isEqualTo(409);
    assertThat(natively.at("/conflictingRequest/message"))
        .isEqualTo(
            "Cannot 'get console' instance %s while it is in vm_state stopped".formatted(id));
  }

  @Test
  void the_backend_may_fail_to_open_one() {
    String id = client().running("web");
    fail("server.open-console", "Ecs.1000");

    assertThat(client().post("/" + id + "/remote_console", CONSOLE).at("/error/code"))
        .isEqualTo("Ecs.1000");
  }

  @Test
  void a_serial_console_is_switched_on_first() {
    String id = client().running("web");
    String options = "/" + id + "/serial-console-options";
    String open = "/" + id + "/actions/serial-console";

    assertThat(client().post(open, "{}").at("/error/code")).isEqualTo("Ecs.0100");
    assertThat(client().put(options, "{\"serial_console_options\":{\"enabled\":true}}").status())
        .isEqualTo(200);
    assertThat(client().post(open, "{}").at("/serial_console/url")).contains("serial");
    client().put(options, "{\"serial_console_options\":{\"enabled\":false}}");
    assertThat(client().post(open, "{}").status()).isEqualTo(400);
  }

  @Test
  void the_first_password_of_a_windows_server_opens_with_its_key_after_some_minutes()
      throws Exception {
    HttpAnswer pair = nova().post("/os-keypairs", "{'keypair':{'name':'k1'}}");
    String id = client().running("win", ",\"key_name\":\"k1\",\"imageRef\":\"" + windows() + "\"");
    String path = "/" + id + "/os-server-password";

    assertThat(client().get(path).at("/password")).isEmpty();
    ecsim.advance(Duration.ofMinutes(10));
    String sealed = client().get(path).at("/password");
    assertThat(sealed).isNotEmpty();
    assertThat(nova().get("/servers" + path).at("/password")).isEqualTo(sealed);
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.DECRYPT_MODE, key(pair.at("/keypair/private_key")));
    byte[] plain = cipher.doFinal(Base64.getDecoder().decode(sealed));
    assertThat(new String(plain, StandardCharsets.UTF_8)).startsWith("W!");

    assertThat(client().delete(path).status()).isEqualTo(204);
    assertThat(nova().get("/servers" + path).at("/password")).isEmpty();
  }

  private String windows() {
    JsonNode images =
        client().send("GET", "/ims/v2/cloudimages?__os_type=Windows", null).json().path("images");
    return images.at("/0/id").asText();
  }

  /** A PKCS 1 key in the only wrapping that Java reads. */
  private static PrivateKey key(String pem) throws Exception {
    byte[] inner = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
    byte[] algorithm = {0x30, 0x0d, 6, 9, 0x2a, -122, 0x48, -122, -9, 0x0d, 1, 1, 1, 5, 0};
    var body = new java.io.ByteArrayOutputStream();
    body.write(new byte[] {2, 1, 0});
    body.write(algorithm);
    body.write(new byte[] {4, -126, (byte) (inner.length >> 8), (byte) inner.length});
    body.write(inner);
    var all = new java.io.ByteArrayOutputStream();
    all.write(new byte[] {0x30, -126, (byte) (body.size() >> 8), (byte) body.size()});
    body.writeTo(all);
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(all.toByteArray()));
  }

  @Test
  void a_linux_server_made_no_password() {
    nova().post("/os-keypairs", "{'keypair':{'name':'k1'}}");
    String id = client().running("web", ",\"key_name\":\"k1\"");
    ecsim.advance(Duration.ofMinutes(10));

    assertThat(client().get("/" + id + "/os-server-password").at("/password")).isEmpty();
    assertThat(client().get("/" + id + "/os-resetpwd-flag").at("/resetpwd_flag")).isEqualTo("True");
  }

  @Test
  void several_passwords_are_reset_and_who_cannot_is_named() {
    String one = client().running("one");
    String two = client().running("two");
    HttpAnswer all = reset("Secret-123", one, two);

    assertThat(all.status()).as(all.text()).isEqualTo(200);
    assertThat(Client.each(all.json().path("response"), "/id")).containsExactly(one, two);
    assertThat(reset("weak", one).at("/error/code")).isEqualTo("Ecs.0011");
    HttpAnswer some = reset("Secret-123", one, "nothing");
    assertThat(some.status()).isEqualTo(400);
    assertThat(some.at("/error/code")).isEqualTo("Ecs.0611");
    assertThat(some.at("/internalError/0/id")).isEqualTo("nothing");
    assertThat(some.at("/internalError/0/error_code")).isEqualTo("Ecs.0114");
  }

  private HttpAnswer reset(String password, String... ids) {
    String servers =
        String.join(
            ",", java.util.List.of(ids).stream().map(id -> "{\"id\":\"" + id + "\"}").toList());
    return client()
        .put(
            "/os-reset-passwords",
            "{\"new_password\":\"%s\",\"servers\":[%s]}".formatted(password, servers));
  }
}
