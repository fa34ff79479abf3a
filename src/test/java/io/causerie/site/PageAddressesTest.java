package io.causerie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which addresses of pages a post may name: those on the origins of its site. */
final class PageAddressesTest {
  private static final List<String> ADDRESSES = List.of(
      "https://blog.example",
      "https://blog.example/a?b=https://evil.example#c",
      "HTTPS://Blog.Example/a",
      "https://blog.example?a",
      "http://blog.example/",
      "https://blog.example:8443/",
      "https://blog.example.evil.example/",
      "https://blog.example@evil.example/",
      "https://evil.example/https://blog.example/",
      "http://localhost/a",
      "https://localhost:65000/a",
      "http://127.0.0.1:8080/",
      "http://[::1]:8000/a",
      "http://[::2]:8000/a",
      "http://localhost.evil.example/",
      "http://localhost:1@evil.example/");

  @Test
  void theOriginsOfASiteAreComparedAsAWhole() {
    Site site = site(List.of("https://blog.example", "http://[::1]:8000"));

    assertThat(ADDRESSES.stream().filter(site::hasPage))
        .containsExactly(
            "https://blog.example",
            "https://blog.example/a?b=https://evil.example#c",
            "HTTPS://Blog.Example/a",
            "https://blog.example?a",
            "http://[::1]:8000/a");
  }

  @Test
  void localhostIsAnyPortOfTheMachineItself() {
    Site site = site(List.of(Origins.LOCALHOST));

    assertThat(ADDRESSES.stream().filter(site::hasPage))
        .containsExactly(
            "http://localhost/a",
            "https://localhost:65000/a",
            "http://127.0.0.1:8080/",
            "http://[::1]:8000/a");
  }

  @Test
  void aSiteWithoutOriginsHasNoPages() {
    assertThat(ADDRESSES).noneMatch(site(List.of())::hasPage);
  }

  private static Site site(List<String> origins) {
    return new Site("blog", origins, SiteSettings.DEFAULTS);
  }
}
