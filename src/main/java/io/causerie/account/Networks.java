package io.causerie.account;

import io.causerie.http.ClientAddress;
import io.causerie.secret.Secrets;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;

/**
 * Tells networks apart by hashes that only this installation can make. As a guard it finds the one of
 * the caller; afterwards {@link Network#of} answers.
 */
public final class Networks implements Handler<RoutingContext> {
  private final ClientAddress addresses;
  private final Secrets secrets;

  public Networks(ClientAddress addresses, Secrets secrets) {
    this.addresses = addresses;
    this.secrets = secrets;
  }

  @Override
  public void handle(RoutingContext ctx) {
    of(addresses.of(ctx.request()))
        .onSuccess(network -> {
          ctx.put(Network.KEY, network);
          ctx.next();
        })
        .onFailure(ctx::fail);
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
