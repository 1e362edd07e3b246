package io.ecsim.http.relay;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** An answer that is begun and ends much later. No thread waits for it. */
final class OpenEnd {
  private final Response response;
  private final Callback callback;
  private final Runnable onLoss;
  private boolean busy;
  private boolean ended;

  /**
   * An answer that has not been begun.
   *
   * @param callback told when it is all sent
   * @param onLoss what is to be done when the client is found to have gone
   */
  OpenEnd(Response response, Callback callback, Runnable onLoss) {
    this.response = response;
    this.callback = callback;
    this.onLoss = onLoss;
  }

  /** Sends more, unless the client has not even taken what was sent before. */
  void send(byte[] bytes) {
    synchronized (this) {
      if (busy || ended) {
        return;
      }
      busy = true;
    }
    response.write(false, ByteBuffer.wrap(bytes), Callback.from(this::sent, this::lost));
  }

  private void sent() {
    synchronized (this) {
      busy = ended;
      if (!ended) {
        return;
      }
    }
    finish();
  }

  private void lost(Throwable why) {
    callback.failed(why);
    onLoss.run();
  }

  /** Ends it. */
  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      if (busy) {
        return;
      }
    }
    finish();
  }

  private void finish() {
    response.write(true, BufferUtil.EMPTY_BUFFER, callback);
  }
}
