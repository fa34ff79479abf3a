package io.causerie.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML read by a second, much stricter reader than the one that made it. */
final class Tags {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)( /)?>|[<>]");
  // The sanitiser keeps the braces of a page's own template language apart.
  private static final String PARTED_BRACES = "{<!-- -->{";
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z]+)=\"([^\"]*)\"");

  final Set<String> elements = new HashSet<>();
  final List<String> rels = new ArrayList<>();
  final List<String> hrefs = new ArrayList<>();
  final Set<String> attributes = new HashSet<>();
  int depth;

  /** Fails for a tag that is not plainly written, or not closed in turn. */
  static Tags of(String html) {
    var tags = new Tags();
    var open = new ArrayList<String>();
    Matcher tag = TAG.matcher(html.replace(PARTED_BRACES, "{{"));
    while (tag.find()) {
      if (tag.group(2) == null) {
        throw new AssertionError("a stray " + tag.group() + " at " + tag.start() + " of " + html);
      }
      tags.read(tag, open);
    }
    if (!open.isEmpty()) {
      throw new AssertionError("left open: " + open);
    }
    return tags;
  }

  private void read(Matcher tag, List<String> open) {
    String element = tag.group(2);
    elements.add(element);
    if (!tag.group(1).isEmpty()) {
      String last = open.isEmpty() ? "nothing" : open.remove(open.size() - 1);
      if (!last.equals(element)) {
        throw new AssertionError("</" + element + "> closes " + last);
      }
      return;
    }
    readAttributes(tag.group(3));
    if (tag.group(4) == null) {
      open.add(element);
    }
    depth = Math.max(depth, open.size());
  }

  private void readAttributes(String text) {
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      attributes.add(attribute.group(1));
      switch (attribute.group(1)) {
        case "href" -> hrefs.add(attribute.group(2));
        case "rel" -> rels.add(attribute.group(2));
        default -> {}
      }
    }
  }
}
