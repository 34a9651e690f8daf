package dev.newsmill.enrich.dates;

/** How the fields of a {@link Meaning} become a value. */
enum Operation {
    /** A point or period of the calendar, given by its parts or relative to the anchor. */
    DATE,
    /** An amount of units from the anchor: "two years ago". */
    SHIFT,
    /** A length of time. */
    DURATION,
    /** Something that comes again. */
    SET,
    /** The past, the present, the future. */
    REFERENCE,
    /** The day, the quarter, the year that the text speaks of. */
    ANAPHOR,
    /** Looks like a time and is none: "47-year-old". */
    NOTHING
}
