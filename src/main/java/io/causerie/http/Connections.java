package io.causerie.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open on all event loops, at most so many in all and so many from one
 * address (an IPv4 address or an IPv6 /64). A trusted proxy speaks for many, so that only the first
 * bound is its own. An address that is at its bound gets a new connection for one of its idle ones.
 */
public final class Connections {
  /** How many may be open at once. */
  public record Caps(int all, int ofAddress) {
    /** What a connection may take before its request is known: the longest request line, doubled. */
    private static final long BYTES_EACH = 3L * Server.LONGEST_LINE;

    private static final int MOST = 10_000;
    private static final int MOST_OF_ADDRESS = 50;

    /** So many that what they may take is a third of the heap, and twenty addresses do not fill it. */
    public static Caps forHeap(long bytes) {
      return forAll((int) Math.max(64, Math.min(MOST, bytes / BYTES_EACH)));
    }

    public static Caps forAll(int all) {
      return new Caps(all, Math.max(8, Math.min(MOST_OF_ADDRESS, all / 20)));
    }
  }

  private final Caps caps;
  private final ClientAddress addresses;
  private final Refusals refusals;
  private final Map<String, Set<OpenConnection>> addressToOpen = new ConcurrentHashMap<>();
  private final Map<HttpConnection, OpenConnection> all = new ConcurrentHashMap<>();

  public Connections(Caps caps, ClientAddress addresses, Refusals refusals) {
    this.caps = caps;
    this.addresses = addresses;
    this.refusals = refusals;
  }

  /** Counts a connection until it closes. Closes it, and answers false, when there are too many. */
  boolean open(OpenConnection opened) {
    HttpConnection connection = opened.connection();
    InetAddress peer = ClientAddress.peer(connection.remoteAddress());
    if (all.size() >= caps.all()) {
      return refuse(connection, Refusals.Reason.CONNECTIONS, peer);
    }
    @Nullable String address = addresses.isTrusted(peer) ? null : ClientAddress.key64(peer);
    if (address != null && !join(address, opened)) {
      return refuse(connection, Refusals.Reason.CONNECTIONS_OF_ADDRESS, peer);
    }
    all.put(connection, opened);
    connection.closeHandler(closed -> {
      all.remove(connection);
      if (address != null) {
        leave(address, opened);
      }
    });
    return true;
  }

  /** Null once the connection is closed. */
  @Nullable
  OpenConnection find(HttpConnection connection) {
    return all.get(connection);
  }

  /** Closes each connection that has let its deadline pass. */
  void closeLate() {
    all.values().stream().filter(OpenConnection::isLate).forEach(late -> {
      if (late.owesBody()) {
        SocketAddress remote = late.connection().remoteAddress();
        refusals.count(Refusals.Reason.SLOW_BODY, ClientAddress.peer(remote));
      }
      HardClose.cut(late.connection());
    });
  }

  private boolean refuse(HttpConnection connection, Refusals.Reason reason, InetAddress peer) {
    refusals.count(reason, peer);
    HardClose.cut(connection);
    return false;
  }

  private boolean join(String address, OpenConnection opened) {
    boolean[] joined = {true};
    addressToOpen.compute(address, (key, known) -> {
      Set<OpenConnection> open = known == null ? new LinkedHashSet<>() : known;
      if (open.size() >= caps.ofAddress()) {
        Optional<OpenConnection> idle =
            open.stream().filter(OpenConnection::isIdle).findFirst();
        idle.ifPresent(open::remove);
        idle.ifPresent(oldest -> HardClose.cut(oldest.connection()));
        joined[0] = idle.isPresent();
      }
      if (joined[0]) {
        open.add(opened);
      }
      return open;
    });
    return joined[0];
  }

  private void leave(String address, OpenConnection closed) {
    addressToOpen.computeIfPresent(address, (key, open) -> {
      open.remove(closed);
      return open.isEmpty() ? null : open;
    });
  }
}
