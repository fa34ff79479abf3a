package io.causerie.account;

import io.causerie.db.Secrets;
import io.causerie.http.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;

/** Tells networks apart by hashes that only this installation can make. */
public final class Networks {
  private final ClientAddress addresses;
  private final Secrets secrets;

  public Networks(ClientAddress addresses, Secrets secrets) {
    this.addresses = addresses;
    this.secrets = secrets;
  }

  public Future<Network> of(HttpServerRequest request) {
    return of(addresses.of(request));
  }

  public Future<Network> of(InetAddress address) {
    return hash("address", ClientAddress.key64(address))
        .compose(hash -> hash("subnet", ClientAddress.subnet(address))
            .map(subnet -> new Network(address, hash, subnet)));
  }

  private Future<Buffer> hash(String purpose, String key) {
    return secrets.mac(purpose, Buffer.buffer(key));
  }
}
