package io.causerie.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server of this machine that can be cut and mended. */
public final class Wire implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
  private final NetServer server;
  private final int target;
  private volatile boolean cut;

  public Wire(int target) {
    this.target = target;
    this.server =
        TestApp.await(vertx.createNetServer().connectHandler(this::connect).listen(0, "127.0.0.1"));
  }

  public int port() {
    return server.actualPort();
  }

  public void cut() {
    cut = true;
    sockets.forEach(Wire::close);
  }

  public void mend() {
    cut = false;
  }

  @Override
  public void close() {
    TestApp.await(vertx.close());
  }

  private void connect(NetSocket near) {
    if (cut) {
      close(near);
      return;
    }
    near.pause();
    client
        .connect(target, "127.0.0.1")
        .onSuccess(far -> join(near, far))
        .onFailure(refused -> close(near));
  }

  private void join(NetSocket near, NetSocket far) {
    sockets.add(near);
    near.closeHandler(closed -> {
      sockets.remove(near);
      close(far);
    });
    far.closeHandler(closed -> close(near));
    near.handler(bytes -> ended(far.write(bytes)));
    far.handler(bytes -> ended(near.write(bytes)));
    near.resume();
  }

  private static void close(NetSocket socket) {
    ended(socket.close());
  }

  /** What fails on a wire that is cut is meant to fail. */
  private static void ended(Future<Void> future) {
    future.onComplete(done -> {});
  }
}
