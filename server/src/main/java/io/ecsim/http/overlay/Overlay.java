package io.ecsim.http.overlay;

import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.message.Outcome;
import java.nio.file.Path;

/**
 * The stubs of one server. WireMock, which takes a second to load, is loaded for the first stub, or
 * when somebody asks for its admin API; while it has no stubs, no request gets to see it.
 */
public final class Overlay implements AutoCloseable {
  private static final String ADMIN = "/__admin";

  private final Path folder;
  private volatile WireMock wireMock;
  private volatile boolean empty = true;

  private Overlay(Path folder) {
    this.folder = folder;
  }

  /**
   * The stubs of a folder, to which others can be added by the admin API.
   *
   * @param folder WireMock's {@code mappings} and {@code __files}, or the mappings themselves; it
   *     is only read. Null for no stubs to begin with
   * @throws BadStubs if it is none, or holds something else
   */
  public static Overlay of(Path folder) {
    var overlay = new Overlay(folder);
    if (folder != null && StubFolder.hasMappings(folder)) {
      overlay.empty = overlay.loaded().isEmpty();
    }
    return overlay;
  }

  /** Whether a path belongs to WireMock's admin API. */
  public static boolean isAdmin(String rawPath) {
    return rawPath.startsWith(ADMIN)
        && (rawPath.length() == ADMIN.length() || rawPath.charAt(ADMIN.length()) == '/');
  }

  /** The answer of WireMock's admin API. */
  public Answer admin(Inbound request) {
    WireMock loaded = loaded();
    Answer answer = loaded.admin(request);
    empty = loaded.isEmpty();
    return answer;
  }

  /**
   * What a stub says about a request, or null if none says anything. A stub that only delays has
   * done so by then.
   */
  public Outcome stubbed(Inbound request) {
    return empty ? null : loaded().stubbed(request);
  }

  private WireMock loaded() {
    WireMock present = wireMock;
    return present != null ? present : load();
  }

  private synchronized WireMock load() {
    if (wireMock == null) {
      wireMock = new WireMock(StubFolder.copyOf(folder));
    }
    return wireMock;
  }

  /** Forgets all stubs. */
  @Override
  public synchronized void close() {
    if (wireMock != null) {
      wireMock.close();
    }
  }
}
