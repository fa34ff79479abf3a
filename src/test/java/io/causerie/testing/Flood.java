package io.causerie.testing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody would send who wants the service to keep as much as possible of it. */
public enum Flood {
  /** Sites that do not exist. */
  SITES(600) {
    @Override
    public String request(int seed) {
      return get("/api/v1/sites/" + word(seed, 63) + "/comments?thread=x");
    }
  },
  /** Preflights for sites that cannot exist. */
  SLUGS(6_000) {
    @Override
    public String request(int seed) {
      return "OPTIONS /api/v1/sites/" + word(seed, 7_000) + "/comments HTTP/1.1\r\nHost: x\r\n"
          + "Origin: https://evil.example\r\n\r\n";
    }
  },
  /** Methods that do not exist. */
  METHODS(6_000) {
    @Override
    public String request(int seed) {
      return word(seed, 2_000).toUpperCase(Locale.ROOT) + " / HTTP/1.1\r\nHost: x\r\n\r\n";
    }
  },
  /** A hundred keys of the longest, never the same. */
  COUNTS(600) {
    @Override
    public String request(int seed) {
      return get("/api/v1/sites/blog/counts?"
          + IntStream.range(0, 100)
              .mapToObj(i -> "thread=" + word(seed * 100 + i, 512))
              .collect(Collectors.joining("&")));
    }
  },
  /** Pages of threads that do not exist. */
  THREADS(600) {
    @Override
    public String request(int seed) {
      return get("/api/v1/sites/blog/comments?thread=" + word(seed, 512));
    }
  },
  /** Thousands of wrong values under a long name. */
  WRONG_FIELDS(60) {
    @Override
    public String request(int seed) {
      String values = "1e999,".repeat(13_000);
      return post(
          "/api/v1/sites/blog/preview", "{\"" + word(seed, 49_000) + "\":[" + values + "0]}");
    }
  },
  /** Names of fields that never come again. */
  FIELD_NAMES(60) {
    @Override
    public String request(int seed) {
      return post(
          "/api/v1/sites/blog/preview",
          "{\"body\":\"b\",\"" + word(seed, 60_000) + "\":0,\"" + word(-seed, 60_000) + "\":0}");
    }
  },
  /** As many values as fit. */
  VALUES(60) {
    @Override
    public String request(int seed) {
      return post("/api/v1/sites/blog/preview", "{\"a\":[" + "{},".repeat(40_000) + "{}]}");
    }
  },
  /** A link that is written once and shown thousands of times. */
  LINKS(60) {
    @Override
    public String request(int seed) {
      String body = "[a]: http://x.example/" + word(seed, 2_000) + "\\n\\n" + "[a] ".repeat(1_900);
      return post("/api/v1/sites/blog/preview", "{\"body\":\"" + body + "\"}");
    }
  },
  /** Posts to sites that do not exist. */
  POSTS(10) {
    @Override
    public String request(int seed) {
      return post("/api/v1/sites/" + word(seed, 63) + "/comments", "{}");
    }
  },
  /** Names of accounts that are as long as a body. */
  NAMES(10) {
    @Override
    public String request(int seed) {
      return signIn(word(seed, 60_000), word(seed, 60_000));
    }
  },
  /** Passwords to hash, for accounts that do not exist. */
  SIGN_IN(10) {
    @Override
    public String request(int seed) {
      return signIn(word(seed, 60), "twelve letters");
    }
  };

  private final int perMinute;

  Flood(int perMinute) {
    this.perMinute = perMinute;
  }

  /** How many of them the default limits let one address send. */
  public int perMinute() {
    return perMinute;
  }

  /** Another one for each seed. */
  public abstract String request(int seed);

  /** A post of nearly as many bytes as one may have. */
  public static String longComment(String thread) {
    return post(
        "/api/v1/sites/blog/comments",
        "{\"thread\":\"" + thread + "\",\"author\":{\"name\":\"Ann\"},\"body\":\""
            + "a & b ".repeat(1_600) + "\",\"filling\":\"" + "x".repeat(115_000) + "\"}");
  }

  private static String signIn(String name, String password) {
    return post("/api/v1/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  private static String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  private static String post(String target, String body) {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Sec-Fetch-Site: same-origin\r\nContent-Length: "
        + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n\r\n" + body;
  }

  private static String word(int seed, int length) {
    Random random = new Random(seed);
    StringBuilder word = new StringBuilder(length);
    // Each letter by itself would take longer than the service takes for the request.
    String start = Long.toString(random.nextLong() >>> 1, 36);
    while (word.length() < length) {
      word.append(start);
    }
    word.setLength(length);
    return word.toString();
  }
}
