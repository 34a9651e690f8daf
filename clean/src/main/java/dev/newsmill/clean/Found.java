package dev.newsmill.clean;

import dev.newsmill.message.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value for a field, and where it was found; {@code raw} is what stands there. */
record Found(String source, @Nullable String path, String value, String raw) {
    private static final int LONGEST = 200;
    private static final int MOST_LOSERS = 5;

    Found(String source, @Nullable String path, String value) {
        this(source, path, value, value);
    }

    static String cut(String raw) {
        return raw.length() <= LONGEST
                ? raw
                : raw.substring(0, Character.isHighSurrogate(raw.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    Evidence.Candidate candidate() {
        return new Evidence.Candidate(source, path, cut(raw));
    }

    /** Why {@code this} won against the others. */
    Evidence over(List<Found> all) {
        List<Evidence.Candidate> losers = all.stream()
                .filter(other -> other != this && !(other.source.equals(source) && other.value.equals(value)))
                .distinct()
                .limit(MOST_LOSERS)
                .map(Found::candidate)
                .toList();
        return new Evidence(source, path, cut(raw), losers);
    }
}
