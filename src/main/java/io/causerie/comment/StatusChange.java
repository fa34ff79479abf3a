package io.causerie.comment;

import io.causerie.account.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision about comments of one site.
 *
 * @param ids without repetition
 * @param basedOn the status that was seen when deciding; null to decide regardless of the current one
 * @param heldFor what to add to the reasons of holding; null for nothing
 * @param banId the ban that removes them or gives them back; null when it is none
 * @param shadowed whether their authors shall go on seeing them; null leaves it as it was, and what is
 *     removed from a shadow-banned author stays visible to that author
 * @param settlesFlags whether the flags so far are answered by it
 * @param openFlags what the open flags of a comment must weigh at least; null for
 *     any weight
 */
public record StatusChange(
    String siteId,
    List<Long> ids,
    Status to,
    @Nullable Status basedOn,
    Actor actor,
    @Nullable String reason,
    @Nullable String heldFor,
    @Nullable Long banId,
    @Nullable Boolean shadowed,
    boolean settlesFlags,
    @Nullable Integer openFlags) {

  /** A moderator's decision. */
  public static StatusChange decision(String siteId, List<Long> ids, Status to, Actor actor) {
    return new StatusChange(siteId, ids, to, null, actor, null, null, null, null, true, null);
  }

  /** What the log calls it. */
  String act() {
    if (banId == null) {
      return to.act();
    }
    return to == Status.REJECTED ? "remove" : "restore";
  }

  public StatusChange basedOn(@Nullable Status status) {
    return new StatusChange(
        siteId, ids, to, status, actor, reason, heldFor, banId, shadowed, settlesFlags, openFlags);
  }

  public StatusChange because(@Nullable String why) {
    return new StatusChange(
        siteId, ids, to, basedOn, actor, why, heldFor, banId, shadowed, settlesFlags, openFlags);
  }
}
