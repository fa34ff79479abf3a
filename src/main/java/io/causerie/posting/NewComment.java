package io.causerie.posting;

import io.causerie.account.Viewer;
import io.causerie.http.JsonFields;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.causerie.site.ThreadField;
import io.causerie.text.AuthorName;
import io.causerie.text.BodyText;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks us to post, checked for form: past this point nothing is checked again.
 *
 * @param threadKey normalised
 * @param url of the page, if the client told one of the site's
 * @param authorName null when the viewer has one from an earlier comment
 */
public record NewComment(
    String threadKey,
    @Nullable String url,
    @Nullable String title,
    @Nullable Long parentId,
    @Nullable String authorName,
    @Nullable String email,
    String body,
    Form form) {

  /**
   * What tells people from programs.
   *
   * @param stamp when the form was opened, signed; null when the client has no such form
   * @param website what was written in the field that people do not see
   */
  public record Form(@Nullable String stamp, String website) {}

  private static final int LONGEST_URL = 2_048;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s\\p{Cntrl}@<>,;]+@[^\\s\\p{Cntrl}@<>,;]+");

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  /** Fails with INVALID, naming every bad field. */
  public static NewComment from(JsonFields json, Site site, Viewer viewer) {
    JsonFields author = json.object("author");
    var comment = new NewComment(
        ThreadField.required(json, "thread", site),
        url(json, site),
        title(json),
        json.id("parentId"),
        authorName(author, viewer),
        email(author),
        body(json, site),
        form(json.object("form")));
    json.check();
    return comment;
  }

  /** The body alone, checked like that of a comment to post. */
  static String bodyFrom(JsonFields json, Site site) {
    String body = body(json, site);
    json.check();
    return body;
  }

  /** An address elsewhere is left out: the team follows what stands there. */
  private static @Nullable String url(JsonFields json, Site site) {
    String url = json.string("url");
    if (url == null || url.isBlank()) {
      return null;
    }
    if (url.length() > LONGEST_URL || !isWebAddress(url)) {
      json.error("url", "must be an absolute http or https URL of at most 2048 characters");
    }
    return site.hasPage(url) ? url : null;
  }

  private static boolean isWebAddress(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getScheme() != null
          && (uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("http"))
          && uri.getRawAuthority() != null;
    } catch (IllegalArgumentException unparsable) {
      return false;
    }
  }

  /** A long title is cut rather than refused: the comment matters more. */
  private static @Nullable String title(JsonFields json) {
    String title = json.string("title");
    if (title == null || title.isBlank()) {
      return null;
    }
    String clean = AuthorName.normalise(CONTROLS.matcher(title).replaceAll(" "));
    int end = clean.offsetByCodePoints(
        0, Math.min(LONGEST_TITLE, clean.codePointCount(0, clean.length())));
    return clean.substring(0, end);
  }

  private static @Nullable String authorName(JsonFields author, Viewer viewer) {
    if (viewer.author() != null && author.string("name") == null) {
      return null;
    }
    String typed = author.required("name");
    String name = AuthorName.normalise(typed);
    reject(author, "name", typed.isEmpty() ? null : AuthorName.problem(name));
    return name;
  }

  private static @Nullable String email(JsonFields author) {
    String email = author.string("email");
    if (email == null || email.isBlank()) {
      return null;
    }
    String address = email.strip();
    if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
      author.error("email", "is not an e-mail address");
    }
    return address;
  }

  private static String body(JsonFields json, Site site) {
    String typed = json.required("body");
    String body = BodyText.normalise(typed);
    int longest = site.settings().get(SiteSettings.MAX_BODY_LENGTH);
    if (BodyText.length(body) > longest) {
      json.error("body", "is longer than " + longest + " characters");
    } else if (body.isEmpty() && !typed.isEmpty()) {
      json.error("body", "has nothing to see in it");
    }
    return body;
  }

  private static Form form(JsonFields form) {
    String website = form.string("website");
    return new Form(form.string("stamp"), website == null ? "" : website.strip());
  }

  private static void reject(JsonFields json, String field, @Nullable String problem) {
    if (problem != null) {
      json.error(field, problem);
    }
  }
}
