package dev.newsmill.enrich.dates;

import org.jspecify.annotations.Nullable;

/**
 * What an expression denotes.
 *
 * @param anchored whether the anchor was needed
 */
record Value(
        String type,
        String value,
        @Nullable String mod,
        @Nullable String from,
        @Nullable String to,
        boolean anchored) {

    static Value of(String type, String value) {
        return new Value(type, value, null, null, null, false);
    }

    Value withMod(@Nullable String other) {
        return new Value(type, value, other, from, to, anchored);
    }
}
