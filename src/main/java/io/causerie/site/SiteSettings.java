package io.causerie.site;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * What a site owner decides; stored as JSON.
 *
 * @param maxBodyLength in characters (Unicode code points)
 * @param premoderated whether every comment waits for a moderator
 * @param trackingParameters query parameters that tell no pages apart, besides the usual ones
 */
public record SiteSettings(
    int maxBodyLength, boolean premoderated, List<String> trackingParameters) {
  public static final SiteSettings DEFAULTS = new SiteSettings(10_000, false, List.of());
  private static final int LARGEST_BODY = 65_536;

  static SiteSettings from(JsonObject stored) {
    return new SiteSettings(
        stored.getInteger("maxBodyLength", DEFAULTS.maxBodyLength),
        stored.getBoolean("premoderated", DEFAULTS.premoderated),
        stored.getJsonArray("trackingParameters", new JsonArray()).stream()
            .map(String::valueOf)
            .toList());
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("maxBodyLength", maxBodyLength)
        .put("premoderated", premoderated)
        .put("trackingParameters", new JsonArray(trackingParameters));
  }

  /** The settings with one of them changed. Fails with a sentence for the owner. */
  public SiteSettings with(String name, String value) {
    return switch (name) {
      case "maxBodyLength" -> new SiteSettings(bodyLength(value), premoderated, trackingParameters);
      case "premoderated" ->
        new SiteSettings(maxBodyLength, onOrOff(name, value), trackingParameters);
      case "trackingParameters" ->
        new SiteSettings(maxBodyLength, premoderated, Arrays.asList(value.split(",")));
      default ->
        throw new IllegalArgumentException(
            name + " is not a setting; there are maxBodyLength, premoderated, trackingParameters");
    };
  }

  private static int bodyLength(String value) {
    try {
      int length = Integer.parseInt(value);
      if (length >= 1 && length <= LARGEST_BODY) {
        return length;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new IllegalArgumentException("maxBodyLength must be a number from 1 to " + LARGEST_BODY);
  }

  private static boolean onOrOff(String name, String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException(name + " must be on or off");
    };
  }
}
