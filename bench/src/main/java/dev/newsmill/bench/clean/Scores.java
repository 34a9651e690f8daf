package dev.newsmill.bench.clean;

import dev.newsmill.clean.Cleaner;
import dev.newsmill.clean.GoldScore;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How well texts agree with gold, a set at a time: F1 of runs of four words, or of snippets where nothing is learnt. */
final class Scores {
    private final Map<String, GoldScore> sets = new LinkedHashMap<>();
    private final Map<String, String> measures = new LinkedHashMap<>();

    void add(GoldPage page, Cleaner cleaner) {
        measures.put(page.set(), page.toLearnFrom() ? "text" : "snippets");
        sets.computeIfAbsent(page.set(), set -> new GoldScore())
                .add(page.gold(), page.lesson().clean(cleaner));
    }

    private double f1(String set) {
        return Objects.requireNonNull(sets.get(set))
                .scores()
                .getOrDefault(Objects.requireNonNull(measures.get(set)), 0.0);
    }

    /** A cell for each set, with the difference to {@code base}. */
    String cells(Scores base) {
        return sets.keySet().stream()
                .map(set -> String.format(Locale.ROOT, " %.4f (%+.4f) |", f1(set), f1(set) - base.f1(set)))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return sets.keySet().stream()
                .map(set -> String.format(Locale.ROOT, "%s %.4f", set, f1(set)))
                .collect(Collectors.joining("  "));
    }
}
