package dev.newsmill.clean;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the cleaner.
 *
 * @param minChars fewest characters that an article's text has
 * @param maxBytes how much of a page is read; the rest is cut off
 * @param maxRemoved most entries of {@code removed}; the largest ones stay
 * @param off names of rules that do not run
 */
public record CleanOptions(int minChars, int maxBytes, int maxRemoved, Set<String> off) {

    /** What runs unless told otherwise. */
    public static final CleanOptions DEFAULT = new CleanOptions(120, 10 << 20, 60, Set.of());

    public CleanOptions {
        if (minChars < 1) throw new IllegalArgumentException("clean.min-chars is " + minChars + "; use 1 or more");
        if (maxBytes < 1) throw new IllegalArgumentException("clean.max-bytes is " + maxBytes + "; use 1 or more");
        if (maxRemoved < 0)
            throw new IllegalArgumentException("clean.max-removed is " + maxRemoved + "; use 0 or more");
        off = Set.copyOf(off);
    }

    /** Reads {@code clean.min-chars}, {@code clean.max-bytes}, {@code clean.max-removed} and {@code clean.off}. */
    static CleanOptions of(Map<String, String> options) {
        return new CleanOptions(
                number(options, "clean.min-chars", DEFAULT.minChars),
                number(options, "clean.max-bytes", DEFAULT.maxBytes),
                number(options, "clean.max-removed", DEFAULT.maxRemoved),
                names(options.getOrDefault("clean.off", "")));
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        String value = options.get(name);
        if (value == null) return otherwise;
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + value + "'; use a whole number", e);
        }
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
