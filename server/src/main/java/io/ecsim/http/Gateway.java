package io.ecsim.http;

import io.ecsim.api.Operation;
import io.ecsim.http.error.Wording;
import io.ecsim.http.grpc.Grpc;
import io.ecsim.http.message.Outcome;
import io.ecsim.http.overlay.Overlay;
import io.ecsim.http.relay.Relay;
import io.ecsim.http.tls.Trust;
import io.ecsim.http.wire.GatewayErrors;
import io.ecsim.http.wire.ServletInbound;
import io.ecsim.http.wire.ServletOutput;
import io.ecsim.http.wire.Tunnels;
import io.ecsim.http.wire.WireConnector;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JsonMapper;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one port, and all that stands behind it. */
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  /** Javalin writes no JSON here; without this it would load Jackson. */
  private static final JsonMapper NO_JSON = new JsonMapper() {};

  private final GatewayOptions options;
  private final RequestIds requestIds = new RequestIds();
  private final List<Operation> operations;
  private final AnswerCheck check;
  private final Overlay overlay;
  private final Trust trust = new Trust();
  private final Dispatcher dispatcher;
  private final Grpc grpc;
  private final Javalin javalin;
  private volatile WireConnector connector;

  private Gateway(GatewayOptions options, Services services) {
    QuietLogs.keep();
    this.options = options;
    this.operations = services.operations();
    this.check = new AnswerCheck(options.checkAnswers());
    this.overlay = Overlay.of(options.stubs());
    this.dispatcher =
        new Dispatcher(
            options,
            services.with(certificates()),
            new OperationRunner(services.routes(), check),
            overlay);
    this.grpc = new Grpc(services.grpc());
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Opens the port.
   *
   * @throws PortInUse if it cannot be had
   * @throws io.ecsim.http.overlay.BadStubs if the folder of stubs cannot be used
   */
  public static Gateway start(GatewayOptions options, Services services) {
    var gateway = new Gateway(options, services);
    try {
      gateway.javalin.start();
    } catch (JavalinBindException e) {
      gateway.overlay.close();
      throw new PortInUse(options.bind(), options.port(), e);
    }
    return gateway;
  }

  private void configure(JavalinConfig config) {
    var errors = new GatewayErrors(requestIds);
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jsonMapper(NO_JSON);
    config.jetty.modifyServer(server -> server.setErrorHandler(errors));
    config.jetty.modifyServer(
        server -> server.insertHandler(new Tunnels(dispatcher::opensTunnelTo, requestIds)));
    config.jetty.modifyServer(server -> server.insertHandler(new Relay()));
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
    config.jetty.addConnector(
        (server, http) -> {
          connector =
              new WireConnector(server, http, options.bind(), options.port(), trust::serverContext);
          return connector;
        });
    config.routes.before(
        context -> {
          serve(context.req(), context.res());
          context.skipRemainingHandlers();
        });
  }

  private List<Page> certificates() {
    return List.of(
        new Page("/_ecsim/ca.pem", "application/x-pem-file", trust::pem),
        new Page("/_ecsim/ca.p12", "application/x-pkcs12", trust::keyStore));
  }

  private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (Grpc.isCall(request)) {
      grpc.serve(request, response);
      return;
    }
    String id = requestIds.get();
    Outcome outcome;
    try {
      outcome = dispatcher.answer(new ServletInbound(request, id));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("request {} failed", id, e);
      outcome = Wording.gateway(500, "An internal error occurred.", id);
    }
    new ServletOutput(request, response).send(outcome, id);
  }

  /**
   * Loads what first requests would otherwise wait for: JSON, the validator with one small schema,
   * the way through the server. To be called in a thread that nobody waits for.
   */
  public void warm() {
    WarmUp.validator(operations);
    WarmUp.request(options.bind(), port());
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /**
   * A port of its own for this world: who comes in by it and names no world speaks to this one. It
   * is opened when it is first asked for.
   *
   * @throws java.io.UncheckedIOException if there is no port left
   */
  public int port(String world) {
    return connector.door(world).port();
  }

  /** Where it can be reached: {@code http://127.0.0.1:8480}. */
  public String url() {
    String host = options.bind().contains(":") ? "[" + options.bind() + "]" : options.bind();
    return "http://" + host + ":" + port();
  }

  /** The certificate that clients of TLS have to trust, as PEM. */
  public byte[] certificate() {
    return trust.pem();
  }

  /** What answers did not keep to the contract, if they were checked. */
  public List<String> contractViolations() {
    return check.found();
  }

  /** Closes the port. */
  @Override
  public void close() {
    javalin.stop();
    overlay.close();
  }
}
