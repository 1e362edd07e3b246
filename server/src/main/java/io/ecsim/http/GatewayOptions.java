package io.ecsim.http;

import java.nio.file.Path;

/**
 * How a gateway listens.
 *
 * @param bind the address: {@code 127.0.0.1}
 * @param port the port; 0 is any free one
 * @param version what the page for people says it is
 * @param stubs a folder of WireMock mappings, which is only read; or null
 * @param checkAnswers whether answers are held against the contract, too
 */
public record GatewayOptions(
    String bind, int port, String version, Path stubs, boolean checkAnswers) {}
