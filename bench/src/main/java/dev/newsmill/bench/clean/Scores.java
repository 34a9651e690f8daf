package dev.newsmill.bench.clean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.message.Article;
import dev.newsmill.stage.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How well texts agree with gold, a set at a time: F1 of runs of four words, or of snippets. */
final class Scores {
    private final Map<String, Sums> sets = new LinkedHashMap<>();

    private static final class Sums {
        double precision;
        int given;
        double recall;
        int wanted;
        int right;
        int missing;
        int extra;

        double f1() {
            if (right + missing + extra > 0) return 2.0 * right / (2.0 * right + missing + extra);
            double p = precision / Math.max(1, given);
            double r = recall / Math.max(1, wanted);
            return 2 * p * r / (p + r);
        }
    }

    void add(GoldPage page, Cleaner cleaner) {
        String text = page.lesson().clean(cleaner) instanceof Outcome.Emit<Article> emit
                ? emit.value().text()
                : "";
        Sums sums = sets.computeIfAbsent(page.set(), set -> new Sums());
        if (page.toLearnFrom()) runs(page.gold(), text, sums);
        else snippets(page.gold(), text, sums);
    }

    private static void runs(JsonNode gold, String text, Sums sums) {
        Shingles given = new Shingles(text);
        Shingles wanted = new Shingles(wanted(gold, given));
        sums.wanted++;
        sums.recall += wanted.within(given);
        if (given.isEmpty()) return;
        sums.given++;
        sums.precision += given.within(wanted);
    }

    /** Optional paragraphs count where the text has at least half of them. */
    private static String wanted(JsonNode gold, Shingles given) {
        if (gold.path("optional").isEmpty()) return gold.get("text").asText();
        List<Integer> optional = new ArrayList<>();
        gold.get("optional").forEach(index -> optional.add(index.asInt()));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < gold.get("paragraphs").size(); i++) {
            String paragraph = gold.get("paragraphs").get(i).asText();
            if (!optional.contains(i) || new Shingles(paragraph).within(given) >= 0.5) kept.add(paragraph);
        }
        return String.join("\n", kept);
    }

    private static void snippets(JsonNode gold, String text, Sums sums) {
        String folded = folded(text);
        for (JsonNode snippet : gold.path("with")) {
            if (folded.contains(folded(snippet.asText()))) sums.right++;
            else sums.missing++;
        }
        for (JsonNode snippet : gold.path("without")) if (folded.contains(folded(snippet.asText()))) sums.extra++;
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A cell for each set, with the difference to {@code base}. */
    String cells(Scores base) {
        StringBuilder cells = new StringBuilder();
        sets.forEach((set, sums) -> cells.append(String.format(
                Locale.ROOT,
                " %.4f (%+.4f) |",
                sums.f1(),
                sums.f1() - Objects.requireNonNull(base.sets.get(set)).f1())));
        return cells.toString();
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        sets.forEach((set, sums) -> line.append(String.format(Locale.ROOT, "%s %.4f  ", set, sums.f1())));
        return line.toString().strip();
    }
}
