package dev.newsmill.enrich.dates;

import java.util.List;

/**
 * A rule that fits.
 *
 * @param end first token that no longer belongs to it
 * @param parts the expressions that it marks off, in order; without marks the whole
 */
record Match(Rule rule, int end, List<Part> parts) {
    /**
     * One expression.
     *
     * @param end first token that no longer belongs to it
     * @param follows whether another expression of the same match comes before it: the end of a range
     */
    record Part(int begin, int end, Meaning meaning, boolean follows) {}

    /** What all of it means. */
    Meaning meaning() {
        return parts.get(0).meaning();
    }

    /** Whether this reading goes before the other one of the same start. */
    boolean beats(Match other) {
        return end != other.end ? end > other.end : rule.order() < other.rule.order();
    }
}
