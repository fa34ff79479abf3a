import type { Plural } from "../../../shared/i18n.ts";

/** What the settings say, each with its name and what it is for. */
export const settings = {
  "settings.hint":
    "What the screens do with new comments. A change is in force at once and stands in the log.",
  "settings.hold": "What waits for a moderator",
  "settings.form": "The form",
  "settings.threads": "Threads and comments",
  "settings.other": "More",
  "settings.words": "Lists of words",
  "settings.wordCount": { one: "{n} word", other: "{n} words" } as Plural,
  "settings.default": "Default: {value}",
  "settings.isDefault": "default",
  "settings.toDefault": "Put back",
  "settings.toDefaultOf": "Put back to the default: {setting}",
  "settings.on": "on",
  "settings.off": "off",
  "settings.changes": { one: "{n} change", other: "{n} changes" } as Plural,
  "settings.unchanged": "No changes",
  "settings.discard": "Discard",
  "settings.preview": "What would have happened last week?",
  "settings.lines": "One a line.",
  "settings.range": "{min} to {max}",
  "settings.premoderated": "Pre-moderation",
  "settings.premoderated.why":
    "Every comment waits for a moderator. For a bad week; a single thread can be pre-moderated on its own.",
  "settings.approvalsBeforeTrust": "Approvals before an author is trusted",
  "settings.approvalsBeforeTrust.why":
    "The comments of an author wait until this many of theirs were approved. A guest is known by their browser. 0: nobody waits for that.",
  "settings.approvalsBeforeLinks": "Approvals before links are trusted",
  "settings.approvalsBeforeLinks.why":
    "A comment with a link waits until this many of its author’s comments with a link were approved. Most spam brings a link with its first comment. 0: nobody waits for that.",
  "settings.holdFromLinks": "Links that are too many",
  "settings.holdFromLinks.why":
    "A comment with this many links or more waits, whoever wrote it. 0: none does.",
  "settings.repeatMinutes": "Minutes in which nothing is said twice",
  "settings.repeatMinutes.why":
    "A comment that says the same, or nearly the same, as another of the last so many minutes waits. 0: none does.",
  "settings.secondsBetween": "Seconds between two comments",
  "settings.secondsBetween.why":
    "A comment that comes sooner after the last one of its author or network waits. People behind one shared address count as one. 0: none does.",
  "settings.flagsToHold": "Reports that take a comment back",
  "settings.flagsToHold.why":
    "A public comment that readers reported with this weight waits for a moderator again. Readers with approved comments weigh 1 or 2, others nothing. 0: none does.",
  "settings.honeypot": "Hidden field for programs",
  "settings.honeypot.why":
    "A comment from a form whose hidden field was filled in is spam: people do not see that field.",
  "settings.formSeconds": "Seconds a person takes to write",
  "settings.formSeconds.why":
    "A comment sent sooner after its form was opened waits. 0: none does.",
  "settings.formRequired": "Only from our form",
  "settings.formRequired.why":
    "A comment that does not come from the form of our widget waits. Leave this off if a program of yours posts comments.",
  "settings.closeAfterDays": "Days until a thread closes",
  "settings.closeAfterDays.why":
    "Threads take no new comments when they are this many days old, those that exist too. 0: never.",
  "settings.maxBodyLength": "Longest comment",
  "settings.maxBodyLength.why": "The most characters a comment may have.",
  "settings.trackingParameters": "Parameters that tell no pages apart",
  "settings.trackingParameters.why":
    "Parts of an address after “?” that do not make another page, besides the usual ones such as fbclid.",
  "settings.bannedWords": "Banned words",
  "settings.bannedWords.why": "A comment with one of these words is rejected.",
  "settings.suspectWords": "Suspect words",
  "settings.suspectWords.why": "A comment with one of these words waits for a moderator.",
  "settings.reservedNames": "Reserved names",
  "settings.reservedNames.why":
    "Nobody may sign with these names or with one that looks like them. The names of the team are always reserved.",
  "settings.origins": "Addresses of the site",
  "settings.preview.title": "Last week, with these settings",
  "settings.preview.looked": {
    one: "{n} comment since {time} put before the screens again.",
    other: "{n} comments since {time} put before the screens again.",
  } as Plural,
  "settings.preview.blind":
    "Bans, the hidden field and the time of writing cannot be told afterwards; they count as passed.",
  "settings.preview.nothing": "There were no comments last week.",
  "settings.preview.outcome": "Becomes",
  "settings.preview.now": "Now",
  "settings.preview.then": "With the changes",
  "settings.preview.published": "published",
  "settings.preview.held": "waits",
  "settings.preview.rejected": "rejected",
  "settings.preview.spam": "spam",
  "settings.preview.screens": "What the screens have against them",
  "settings.preview.quiet": "No screen would have had anything against them.",
  "settings.preview.saw": "saw “{detail}”",
  "screen.ban": "Ban",
  "screen.team-name": "Reserved name",
  "screen.slow-mode": "Slow mode",
  "screen.honeypot": "Hidden field",
  "screen.form-time": "Time of writing",
  "screen.banned-word": "Banned word",
  "screen.premoderation": "Pre-moderation",
  "screen.first-comments": "Author not trusted yet",
  "screen.first-links": "Link of an author not trusted yet",
  "screen.many-links": "Many links",
  "screen.suspect-word": "Suspect word",
  "screen.repeats": "Said before",
  "screen.too-fast": "Too fast",
};
