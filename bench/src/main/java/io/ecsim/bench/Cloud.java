package io.ecsim.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A project of a double, and how servers are ordered there. */
final class Cloud {
  private static final Pattern SERVER_ID =
      Pattern.compile("\"serverIds\"\\s*:\\s*\\[\\s*\"([^\"]+)");
  private static final Pattern SUBNET_ID =
      Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"[^{}]*\"vpc_id\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String project;
  private final String subnet;
  private final String vpc;
  private final String image;

  Cloud(URI address, String project) throws IOException, InterruptedException {
    this.address = address;
    this.project = project;
    Matcher network = find(SUBNET_ID, get("/vpc/v1/" + project + "/subnets"), "a subnet");
    this.subnet = network.group(1);
    this.vpc = network.group(2);
    String images = get("/ims/v2/cloudimages?name=Ubuntu%2022.04%20server%2064bit");
    this.image = find(ID, images, "an image").group(1);
  }

  /** Orders servers in the default network, each with so many data disks; the id of the first. */
  String order(int count, int dataDisks) throws IOException, InterruptedException {
    String disks =
        String.join(",", Collections.nCopies(dataDisks, "{\"volumetype\": \"SAS\", \"size\": 10}"));
    String body =
        """
        {"server": {"name": "bench", "count": %d, "flavorRef": "c6.large.2", "imageRef": "%s",
          "vpcid": "%s", "nics": [{"subnet_id": "%s"}],
          "root_volume": {"volumetype": "SSD", "size": 40}, "data_volumes": [%s]}}
        """
            .formatted(count, image, vpc, subnet, disks);
    HttpRequest create =
        HttpRequest.newBuilder(address.resolve("/ecs/v1.1/" + project + "/cloudservers"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return find(SERVER_ID, send(create), "the server's id").group(1);
  }

  String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).build());
  }

  private static Matcher find(Pattern pattern, String text, String what) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("no sign of " + what + " in " + text);
    }
    return matcher;
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request.uri() + " answered " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }
}
