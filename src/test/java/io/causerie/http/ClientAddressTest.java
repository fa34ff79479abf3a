package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private static final InetAddress PROXY = address("10.0.0.1");
  private static final ClientAddress BEHIND_PROXIES =
      new ClientAddress(Stream.of("10.0.0.0/8", "fd00::/8").map(Cidr::parse).toList());

  @Test
  void aPeerThatIsNotTrustedSpeaksForItself() {
    InetAddress stranger = address("198.51.100.7");

    assertThat(BEHIND_PROXIES.of(stranger, "6.6.6.6")).isEqualTo(stranger);
    assertThat(new ClientAddress(List.of()).of(PROXY, "6.6.6.6")).isEqualTo(PROXY);
  }

  @Test
  void theFirstAddressFromTheRightThatIsNotTrustedIsTheClient() {
    assertThat(forwarded("6.6.6.6, 9.9.9.9")).isEqualTo(address("9.9.9.9"));
    assertThat(forwarded("6.6.6.6, 9.9.9.9, 10.1.2.3,10.0.0.2")).isEqualTo(address("9.9.9.9"));
    assertThat(forwarded("garbage, 9.9.9.9")).isEqualTo(address("9.9.9.9"));
    assertThat(forwarded("9.9.9.9, fd00::1")).isEqualTo(address("9.9.9.9"));
  }

  @Test
  void aClientInsideTheTrustedNetworkIsTheLeftMost() {
    assertThat(forwarded("10.9.9.9, 10.0.0.2")).isEqualTo(address("10.9.9.9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "unknown",
        "example.org",
        "9.9.9.9 8.8.8.8",
        "9.9.9.9:1234",
        "1.2.3",
        "2130706433",
        "0x7f.1",
        "999.1.1.1",
        "9.9.9.9,",
        "::1::2"
      })
  void whatIsNoAddressMeansThePeer(String header) {
    assertThat(forwarded(header)).isEqualTo(PROXY);
  }

  @Test
  void howeverLongAHeaderWhatTheProxyAddedCounts() {
    assertThat(forwarded("6.6.6.6,".repeat(200) + "9.9.9.9").getHostAddress()).isEqualTo("9.9.9.9");
    assertThat(forwarded("a".repeat(7000) + ", 9.9.9.9").getHostAddress()).isEqualTo("9.9.9.9");
    assertThat(forwarded(",".repeat(7000) + "9.9.9.9").getHostAddress()).isEqualTo("9.9.9.9");
  }

  @Test
  void afterTrustedHopsTheLastThatCanBeReadCounts() {
    assertThat(forwarded("junk, 10.0.0.7").getHostAddress()).isEqualTo("10.0.0.7");
    assertThat(forwarded("10.0.0.9, 10.0.0.7").getHostAddress()).isEqualTo("10.0.0.9");
    assertThat(forwarded("6.6.6.6," + "10.0.0.7,".repeat(40) + "10.0.0.8").getHostAddress())
        .isEqualTo("10.0.0.7");
  }

  @Test
  void allHeadersOfTheNameAreOneList() {
    ClientAddress addresses = new ClientAddress(List.of(Cidr.parse("127.0.0.0/8")));
    try (TestServer server = TestServer.with(router ->
        router.get("/").handler(ctx -> ctx.end(addresses.of(ctx.request()).getHostAddress())))) {
      assertThat(server.get("/").body()).isEqualTo("127.0.0.1");
      assertThat(server
              .get("/", "X-Forwarded-For", "6.6.6.6, 9.9.9.9", "X-Forwarded-For", "127.0.0.2")
              .body())
          .isEqualTo("9.9.9.9");
    }
  }

  @Test
  void ipv4InsideIpv6IsIpv4AndAZoneIsDropped() {
    assertThat(address("::ffff:192.0.2.1")).isEqualTo(address("192.0.2.1"));
    assertThat(address("::ffff:c000:201")).isEqualTo(address("192.0.2.1"));
    assertThat(address("fe80::1%eth0")).isEqualTo(address("fe80::1"));
  }

  @Test
  void oneSubscriberIsAnIpv4AddressOrASlash64() {
    assertThat(ClientAddress.key64(address("192.0.2.1"))).isEqualTo("192.0.2.1");
    assertThat(ClientAddress.key64(address("2001:db8:1:2:3:4:5:6"))).isEqualTo("2001:db8:1:2::/64");
    assertThat(ClientAddress.key48(address("2001:db8:1:2:3:4:5:6"))).isEqualTo("2001:db8:1::/48");
    assertThat(ClientAddress.key48(address("192.0.2.1"))).isNull();
  }

  @Test
  void aBlockHoldsTheAddressesOfItsPrefix() {
    assertThat(Cidr.parse("10.20.0.0/15").contains(address("10.21.255.255"))).isTrue();
    assertThat(Cidr.parse("10.20.0.0/15").contains(address("10.22.0.0"))).isFalse();
    assertThat(Cidr.parse("2001:db8::/33").contains(address("2001:db8:7fff::"))).isTrue();
    assertThat(Cidr.parse("2001:db8::/33").contains(address("2001:db8:8000::"))).isFalse();
    assertThat(Cidr.parse("192.0.2.1").contains(address("192.0.2.2"))).isFalse();
    assertThat(Cidr.parse("0.0.0.0/0").contains(address("::1"))).isFalse();
    assertThat(Cidr.parse("0.0.0.0/0").isEverybody()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "/8", "::/129", "x"})
  void whatIsNoBlockIsRefused(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static InetAddress forwarded(String header) {
    return BEHIND_PROXIES.of(PROXY, header);
  }

  private static InetAddress address(String literal) {
    return Objects.requireNonNull(AddressLiteral.parse(literal), literal);
  }
}
