package dev.newsmill.enrich.dates;

/**
 * A word, a run of digits or one other character.
 *
 * @param lower its text in lower case; empty for what is too long to be of interest
 * @param glued no white space stands before it
 * @param paragraph a blank line stands before it
 */
record Token(int begin, int end, Kind kind, String lower, boolean capital, boolean glued, boolean paragraph) {
    /** What it is made of. */
    enum Kind {
        WORD,
        DIGITS,
        OTHER
    }

    boolean is(String text) {
        return lower.equals(text);
    }
}
