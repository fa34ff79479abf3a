package io.causerie.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hostile bodies of our own making: what gets through rendering in other systems, and what breaks it. */
final class Corpus {
  private static final int LONG = 10_000;
  private static final int LONGEST = 65_536;

  private static final List<String> LINK_SYNTAXES =
      List.of("[x](%s)", "[x](<%s>)", "<%s>", "[x][r]\n\n[r]: %s", "![x](%s)", "see %s now");

  private static final List<String> URLS = List.of(
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "java\tscript:alert(1)",
      "java\nscript:alert(1)",
      " javascript:alert(1)",
      "\u0001javascript:alert(1)",
      "javascript&colon;alert(1)",
      "javascript&#58;alert(1)",
      "&#106;avascript:alert(1)",
      "&#x6A&#x61vascript:alert(1)",
      "javascript\\:alert(1)",
      "javascript://example.org/%0Aalert(1)",
      "javascript:alert(1)//https://example.org",
      "%6aavascript:alert(1)",
      "vbscript:msgbox(1)",
      "livescript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
      "data:image/svg+xml,<svg onload=alert(1)>",
      "blob:https://example.org/1",
      "filesystem:https://example.org/1",
      "file:///etc/passwd",
      "ftp://example.org/x",
      "feed:https://example.org",
      "view-source:https://example.org",
      "about:blank",
      "intent://example.org#Intent;scheme=https;end",
      "//evil.example/x",
      "///evil.example/x",
      "\\\\evil.example\\x",
      "/\\evil.example",
      "/logout",
      "?logout",
      "#id",
      "relative/page",
      "https:evil.example",
      "https:/evil.example",
      "https:///evil.example",
      "https://",
      "https://user:password@example.org/",
      "https://example.org@evil.example/",
      "https://example.org\\@evil.example/",
      "https://example.org:port/",
      "https://exa mple.org/",
      "https://example.org/\"onmouseover=alert(1)//",
      "https://example.org/'onmouseover='alert(1)",
      "https://example.org/><script>alert(1)</script>",
      "https://example.org/%zz",
      "https://example.org/\u202Egpj.exe",
      "https://ex\u0430mple.org/",
      "https://a\uFF0Fb.example/",
      "https://" + "a".repeat(3_000) + ".example/",
      "https://example.org/" + "a".repeat(3_000),
      "mailto:",
      "mailto:?body=x",
      "mailto:a@b.example?bcc=everybody@c.example",
      "tel:+100000000");

  private static final List<String> CLOBBERING = Stream.of(
          "children", "attributes", "body", "cookie", "getElementById", "innerHTML", "nodeName")
      .flatMap(name -> Stream.of(
          "<input name=" + name + ">",
          "<form id=" + name + "><input id=" + name + ">",
          "<a id=" + name + "><a id=" + name + " name=x href=https://example.org>"))
      .toList();

  private static final List<String> UNICODE = List.of(
      "\u202Etxt.exe",
      "\u2066isolated\u2069",
      "ad\u200Bmin",
      "\uFEFFbom",
      "\uDB40\uDC41tag",
      "Z" + "\u0300\u0301\u0302\u0303\u0304".repeat(200),
      "\uFDFD".repeat(200),
      "\uD83D\uDE00",
      "\uD83D",
      "\uDE00",
      "\uFFFE\uFFFF",
      "\u2028\u2029\u0085");

  private static final List<String> REPEATED = List.of(
      "> ",
      ">",
      "1. ",
      "- ",
      "* ",
      "+ ",
      "#",
      "*",
      "_",
      "~",
      "~~",
      "`",
      "[",
      "]",
      "![",
      "[x](",
      "[x][",
      "(",
      "<",
      "<a ",
      "<b>",
      "</b>",
      "<!--",
      "<?",
      "<![CDATA[",
      "&",
      "&#",
      "&amp;",
      "\"",
      "=",
      "\\",
      "*a **a ",
      "_a __a ",
      "*a_ ",
      "**a*",
      "~~a ~",
      "a*",
      "[a](b)",
      "![a](b)",
      "[a]: b\n",
      "`a``",
      "- a\n  ",
      "> a\n",
      "\n",
      " ",
      "\t",
      " \n",
      "a\n",
      "---\n",
      "***",
      "```\n",
      "~~~\n",
      "https://",
      "https://a.b ",
      "www.",
      "a@b.c ",
      "<https://a.b>",
      "\uD83D\uDE00",
      "\u0301",
      "\u0E47",
      "\u200D",
      "a\u0301",
      "\r",
      "&#x1F600;",
      "<https://a.b/[",
      "[](https://a.b)");

  private Corpus() {}

  static List<String> all() {
    return Stream.of(links(), HostileHtml.ALL, CLOBBERING, UNICODE, pathological(), mixed())
        .flatMap(List::stream)
        .toList();
  }

  /** Every form of address in every syntax that makes a link or an image. */
  static List<String> links() {
    return URLS.stream()
        .flatMap(url -> LINK_SYNTAXES.stream().map(syntax -> syntax.formatted(url)))
        .toList();
  }

  static List<String> pathological() {
    var bodies = new ArrayList<String>();
    for (String part : REPEATED) {
      bodies.add(repeat(part, LONG));
      bodies.add(repeat(part, LONGEST));
    }
    for (String mark : List.of("*", "_", "~~", "[", "`", "> ", "- ")) {
      String open = repeat(mark, LONGEST / 2 - 1);
      bodies.add(open + "a" + open.replace('[', ']'));
    }
    bodies.add("![".repeat(LONG / 2) + "](https://a.b)".repeat(LONG / 4));
    bodies.add("[".repeat(LONG) + "](https://a.b)".repeat(LONG / 4));
    bodies.add("[![".repeat(LONG / 6) + "](a)](b)".repeat(LONG / 6));
    bodies.add("a[".repeat(LONG / 2) + "][r]".repeat(LONG / 2) + "\n\n[r]: https://a.b");
    bodies.add(staircase("- "));
    bodies.add(staircase("1. "));
    return bodies;
  }

  /** Pieces of all kinds in a random order, the same in every run. */
  static List<String> mixed() {
    var random = new Random(20_261_124);
    var pieces = new ArrayList<>(REPEATED);
    pieces.addAll(HostileHtml.ALL);
    pieces.addAll(UNICODE);
    pieces.addAll(List.of("a", "\n\n", "\n    ", "word ", "](https://example.org)", "\n> "));
    return IntStream.range(0, 500)
        .mapToObj(any -> random
            .ints(1 + random.nextInt(40), 0, pieces.size())
            .mapToObj(pieces::get)
            .reduce("", String::concat))
        .toList();
  }

  private static String repeat(String part, int length) {
    return part.repeat(length / part.length());
  }

  /** Each line one step deeper than the one before. */
  private static String staircase(String marker) {
    var body = new StringBuilder();
    for (int step = 0; body.length() + step * marker.length() < LONGEST - 10; step++) {
      body.append(" ".repeat(step * marker.length())).append(marker).append("a\n");
    }
    return body.toString();
  }
}
