package io.ecsim.http.overlay;

import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.ecsim.http.message.Inbound;
import java.util.HashMap;
import java.util.Map;

/** A request as WireMock wants to see it. Its URL is the one that came, prefix and all. */
final class StubRequest extends ImmutableRequest {
  private StubRequest(Inbound request, HttpHeaders headers) {
    super(
        url(request),
        RequestMethod.fromString(request.method()),
        "HTTP/1.1",
        "127.0.0.1",
        headers,
        request.body(),
        false,
        false);
  }

  static StubRequest of(Inbound request) {
    var headers =
        request.headerNames().stream()
            .map(name -> new HttpHeader(name, request.headers(name)))
            .toList();
    return new StubRequest(request, new HttpHeaders(headers));
  }

  private static String url(Inbound request) {
    String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
    String host = request.scheme() + "://" + request.host() + ":" + request.port();
    return host + legal(request.rawPath() + query);
  }

  /** Some clients send what no URI may hold. */
  private static String legal(String pathAndQuery) {
    var legal = new StringBuilder(pathAndQuery.length());
    for (int i = 0; i < pathAndQuery.length(); i++) {
      char c = pathAndQuery.charAt(i);
      boolean fine =
          c > ' ' && c < 0x7f && "\"<>\\^`{|}[]".indexOf(c) < 0 && !isStray(pathAndQuery, i);
      legal.append(fine ? String.valueOf(c) : "%%%02X".formatted((int) c & 0xff));
    }
    return legal.toString();
  }

  private static boolean isStray(String text, int at) {
    return text.charAt(at) == '%'
        && (at + 2 >= text.length()
            || Character.digit(text.charAt(at + 1), 16) < 0
            || Character.digit(text.charAt(at + 2), 16) < 0);
  }

  @Override
  public QueryParameter queryParameter(String key) {
    QueryParameter parameter = super.queryParameter(key);
    return parameter == null ? QueryParameter.absent(key) : parameter;
  }

  @Override
  public Map<String, Cookie> getCookies() {
    var cookies = new HashMap<String, Cookie>();
    String header = getHeader("Cookie");
    for (String pair : header == null ? new String[0] : header.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.put(pair.substring(0, equals).trim(), new Cookie(pair.substring(equals + 1)));
      }
    }
    return cookies;
  }
}
