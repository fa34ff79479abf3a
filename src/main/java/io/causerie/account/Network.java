package io.causerie.account;

import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;

/**
 * Where a request comes from. Only the hashes are ever stored.
 *
 * @param addressHash of the IPv4 address or IPv6 /64
 * @param subnetHash of the IPv4 /24 or IPv6 /48
 */
public record Network(InetAddress address, Buffer addressHash, Buffer subnetHash) {}
