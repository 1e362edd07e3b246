package io.ecsim.http;

import io.ecsim.http.json.JsonText;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Inbound;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** What somebody sees who opens the double's address in a browser, or asks what this is. */
final class FrontPage {
  @SuppressWarnings("InlineFormatString") // a page reads better apart from what fills it
  private static final String HTML =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>ecsim</title></head><body>
      <h1>ecsim %1$s</h1>
      <p>An offline double of Huawei Cloud ECS and EVS. Everything under this address is made up,
      lives through its lifecycle, and is gone when the program ends.</p>
      <ul>
      <li><a href="/openapi.json">/openapi.json</a>: what it answers</li>
      <li><a href="/_ecsim/health">/_ecsim/health</a>: whether it runs</li>
      <li><a href="/_ecsim/worlds">/_ecsim/worlds</a>, <a href="/_ecsim/clock">clock</a>,
      <a href="/_ecsim/faults">faults</a>, <a href="/_ecsim/journal">journal</a>: how to steer it</li>
      <li><a href="/_ecsim/lifecycles/volume">the life of a disk</a>,
      <a href="/_ecsim/lifecycles/server">of a server</a>, drawn; <a href="/_ecsim/lifecycles">all</a></li>
      <li><a href="/_ecsim/ca.pem">/_ecsim/ca.pem</a>, <a href="/_ecsim/ca.p12">ca.p12</a>: the
      certificate to trust for HTTPS</li>
      <li><code>ecsim env</code> prints what clients need to be pointed here; README.md tells more</li>
      </ul></body></html>
      """;

  private final String version;

  FrontPage(String version) {
    this.version = version;
  }

  Answer answer(Inbound request) {
    String accepted = request.header("Accept");
    if (accepted != null && accepted.contains("text/html")) {
      byte[] html = HTML.formatted(version).getBytes(StandardCharsets.UTF_8);
      return Answer.of(200, "text/html;charset=utf-8", html);
    }
    var links = new LinkedHashMap<String, String>();
    links.put("name", "ecsim");
    links.put("version", version);
    links.put("contract", "/openapi.json");
    links.put("health", "/_ecsim/health");
    links.put("certificate", "/_ecsim/ca.pem");
    links.put("worlds", "/_ecsim/worlds");
    links.put("clock", "/_ecsim/clock");
    links.put("faults", "/_ecsim/faults");
    links.put("journal", "/_ecsim/journal");
    links.put("lifecycles", "/_ecsim/lifecycles");
    return Answer.json(200, JsonText.object(links));
  }
}
