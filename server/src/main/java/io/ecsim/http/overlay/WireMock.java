package io.ecsim.http.overlay;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.NetworkAddressRules;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServer;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServerFactory;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.message.Outcome;

/** WireMock without any socket. */
final class WireMock implements AutoCloseable {
  /** Time for WireMock to make up its mind, in milliseconds; a stub's delay comes on top. */
  private static final int PATIENCE = 30_000;

  /** A stub may forward to a program beside us; beyond this machine nothing goes. */
  private static final String HERE = "127.0.0.1-127.255.255.254";

  private final StubFolder folder;
  private final WireMockServer server;
  private final DirectCallHttpServer direct;

  WireMock(StubFolder folder) {
    this.folder = folder;
    var sockets = new DirectCallHttpServerFactory();
    try {
      this.server =
          new WireMockServer(
              WireMockConfiguration.options()
                  .httpServerFactory(sockets)
                  .usingFilesUnderDirectory(folder.path())
                  .notifier(new Slf4jNotifier(false))
                  .disableRequestJournal()
                  .jettyStopTimeout((long) PATIENCE)
                  .limitProxyTargets(NetworkAddressRules.builder().allow(HERE).build())
                  .notMatchedRendererFactory(extensions -> new NothingToSay()));
    } catch (MappingFileException e) {
      folder.close();
      throw new BadStubs(e.getMessage().replace('\n', ' '), e);
    }
    this.direct = sockets.getHttpServer();
  }

  boolean isEmpty() {
    return server.getStubMappings().isEmpty();
  }

  Answer admin(Inbound request) {
    return (Answer) StubAnswer.of(direct.adminRequest(StubRequest.of(request)));
  }

  /** What a stub says, or null. */
  Outcome stubbed(Inbound request) {
    var response = direct.stubRequest(StubRequest.of(request));
    return response.wasConfigured() ? StubAnswer.of(response) : null;
  }

  @Override
  public void close() {
    server.stop();
    folder.close();
  }

  /** WireMock's own compares a request that nobody knows with every stub, at great length. */
  private static final class NothingToSay extends NotMatchedRenderer {
    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
      return ResponseDefinition.notConfigured();
    }
  }
}
