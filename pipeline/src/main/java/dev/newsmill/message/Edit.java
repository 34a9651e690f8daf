package dev.newsmill.message;

/** A kind of edit that a revision holds, told from the texts alone. A revision may hold several, or none of them. */
public enum Edit {
    /** A word or a sign is spelt otherwise. */
    typo,
    /** A few words in other words. */
    wording,
    headline,
    /** A number was replaced by another one. */
    numbers,
    /** A passage came in. */
    added,
    /** A passage is gone. */
    removed,
    /** A note came in that says that something was corrected. */
    correction
}
