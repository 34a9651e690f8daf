package dev.newsmill.bench.clean;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much two texts have in common: the multisets of their runs of four words. */
final class Shingles {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int RUN = 4;

    private final Map<String, Integer> counts = new HashMap<>();
    private int size;

    Shingles(String text) {
        String[] words = new Matchers(text).words();
        int runs = words.length == 0 ? 0 : Math.max(1, words.length - RUN + 1);
        for (int i = 0; i < runs; i++) {
            counts.merge(
                    String.join(" ", java.util.Arrays.asList(words).subList(i, Math.min(words.length, i + RUN))),
                    1,
                    Integer::sum);
            size++;
        }
    }

    private record Matchers(String text) {
        String[] words() {
            Matcher matcher = WORD.matcher(text);
            return matcher.results().map(r -> r.group()).toArray(String[]::new);
        }
    }

    /** The share of this text's runs that the other one has too. */
    double within(Shingles other) {
        if (size == 0) return 1;
        int common = 0;
        for (var entry : counts.entrySet())
            common += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
        return (double) common / size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
