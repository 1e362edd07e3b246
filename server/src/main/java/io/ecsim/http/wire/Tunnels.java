package io.ecsim.http.wire;

import io.ecsim.api.ErrorForm;
import io.ecsim.http.error.Wording;
import io.ecsim.http.message.Answer;
import io.ecsim.http.who.ProxyUser;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers CONNECT. No second socket is opened: the client's own one begins again as if it had just
 * been accepted, and whatever then comes through the tunnel is answered here.
 */
public final class Tunnels extends Handler.Wrapper {
  private final Predicate<String> open;
  private final Supplier<String> requestIds;

  /**
   * Tunnels to these hosts; others are refused.
   *
   * @param open tells whether something here answers for a host
   */
  public Tunnels(Predicate<String> open, Supplier<String> requestIds) {
    this.open = open;
    this.requestIds = requestIds;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.CONNECT.is(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    String host = request.getHttpURI().getHost();
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2) {
      refuse(request, response, callback, "ecsim opens no tunnel inside HTTP/2");
    } else if (!open.test(host)) {
      refuse(request, response, callback, "ecsim stands for no service at " + host);
    } else {
      begin(request, host);
      response.setStatus(HttpStatus.OK_200);
      callback.succeeded();
    }
    return true;
  }

  private static void begin(Request request, String host) {
    EndPoint socket = request.getTunnelSupport().getEndPoint();
    Wire.of(socket)
        .tunnel(host, ProxyUser.of(request.getHeaders().get(HttpHeader.PROXY_AUTHORIZATION)));
    Connector connector = request.getConnectionMetaData().getConnector();
    request.setAttribute(
        HttpStream.UPGRADE_CONNECTION_ATTRIBUTE,
        connector.getDefaultConnectionFactory().newConnection(connector, socket));
  }

  /** Many clients show nothing of a refused CONNECT but the phrase beside its status. */
  private void refuse(Request request, Response response, Callback callback, String phrase) {
    String id = requestIds.get();
    int status = HttpStatus.NOT_IMPLEMENTED_501;
    Answer answer = Wording.of(ErrorForm.GATEWAY, status, "ecsim.NotModelled", phrase + ".", id);
    request.addHttpStreamWrapper(stream -> new Phrased(stream, phrase));
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.JSON);
    response.getHeaders().put("X-Request-Id", id);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  /** Puts a phrase of its own beside the status. */
  private static final class Phrased extends HttpStream.Wrapper {
    private final String phrase;

    Phrased(HttpStream wrapped, String phrase) {
      super(wrapped);
      this.phrase = phrase;
    }

    @Override
    public void send(
        MetaData.Request request,
        MetaData.Response response,
        boolean last,
        ByteBuffer content,
        Callback callback) {
      MetaData.Response phrased =
          response == null
              ? null
              : new MetaData.Response(
                  response.getStatus(),
                  phrase,
                  response.getHttpVersion(),
                  response.getHttpFields(),
                  response.getContentLength());
      super.send(request, phrased, last, content, callback);
    }
  }
}
