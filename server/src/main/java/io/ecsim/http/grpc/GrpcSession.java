package io.ecsim.http.grpc;

import java.util.function.UnaryOperator;

/** One client's connection: what it was told stays with it. */
public interface GrpcSession extends AutoCloseable {
  /**
   * What answers a call: message in, message out.
   *
   * @param path as {@code /tfplugin5.Provider/GetSchema}
   * @return null if there is no such method
   */
  UnaryOperator<byte[]> method(String path);

  /** The client is gone. */
  @Override
  void close();
}
