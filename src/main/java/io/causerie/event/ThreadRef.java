package io.causerie.event;

/** A thread as callers name it: a site and a normalised key. There may be no such thread yet. */
public record ThreadRef(String siteId, String key) {}
