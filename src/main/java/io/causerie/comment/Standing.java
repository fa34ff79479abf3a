package io.causerie.comment;

/**
 * What is known of an author, a network and a thread at the moment of posting.
 *
 * @param approved how many comments of this author are approved
 */
public record Standing(int approved) {
  public static final Standing NEW = new Standing(0);
}
