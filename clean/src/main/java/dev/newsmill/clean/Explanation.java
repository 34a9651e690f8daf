package dev.newsmill.clean;

import dev.newsmill.message.Article;
import dev.newsmill.message.Evidence;
import dev.newsmill.stage.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a page became the article that it is, or none.
 *
 * @param outcome what {@link Cleaner#clean} answers for the page
 * @param evidence where each field is from, also where the page was dropped
 * @param parts the page from top to bottom, kept and removed; empty if there was nothing to read
 */
public record Explanation(Outcome<Article> outcome, SortedMap<String, Evidence> evidence, List<Part> parts) {

    public Explanation {
        Objects.requireNonNull(outcome, "outcome");
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        parts = List.copyOf(parts);
    }

    static Explanation of(Outcome<Article> outcome) {
        return new Explanation(outcome, Collections.emptySortedMap(), List.of());
    }

    /**
     * A line that stayed, or neighbouring lines that one rule removed.
     *
     * @param path where it is: a CSS path, or {@code line 3}
     * @param kept whether it is in the article's text
     * @param rule what decided
     * @param value what that measured or matched; null where the rule says it all
     * @param chars characters of visible text
     * @param excerpt how it begins
     */
    public record Part(
            String path,
            boolean kept,
            String rule,
            @Nullable String value,
            int chars,
            String excerpt) {
        public Part {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(excerpt, "excerpt");
        }
    }
}
