package dev.newsmill.enrich.dates;

/** Tells whether a date without a year, or a weekday, looks back or ahead at its place in the text. */
@FunctionalInterface
interface Direction {
    /** Always back: what news does where nothing says otherwise. */
    Direction BACK = (unit, behind, ahead) -> false;

    /**
     * Whether the later one of two candidates is meant.
     *
     * @param unit what kind of date it is
     * @param behind days from the earlier candidate to the anchor
     * @param ahead days from the anchor to the later candidate
     */
    boolean isFuture(Unit unit, long behind, long ahead);
}
