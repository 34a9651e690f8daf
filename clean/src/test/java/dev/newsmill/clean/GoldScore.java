package dev.newsmill.clean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Article;
import dev.newsmill.stage.Outcome;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well articles agree with the gold of their pages, by the measures of docs/QUALITY.md: F1 of the mean precision and the
 * mean recall of runs of four words, F1 of snippets, shares of right titles and days, mean F1 of sets of authors.
 */
public final class GoldScore {
    private final Mean precision = new Mean();
    private final Mean recall = new Mean();
    private final Mean title = new Mean();
    private final Mean date = new Mean();
    private final Mean authors = new Mean();
    private int right;
    private int missed;
    private int wrong;

    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return count == 0 ? 0 : sum / count;
        }
    }

    /** Adds a page: its gold, and the answer of the cleaner. */
    public void add(JsonNode gold, Outcome<Article> outcome) {
        Article article = outcome instanceof Outcome.Emit<Article> emit ? emit.value() : null;
        String text = article == null ? "" : article.text();
        if (gold.hasNonNull("text")) text(gold, text);
        if (gold.has("with")) snippets(gold, Whitespace.fold(text));
        String wanted = Whitespace.fold(gold.path("title").asText(""));
        if (!wanted.isEmpty()) title.add(same(wanted, article == null ? null : article.headline()) ? 1 : 0);
        String day = gold.path("date").asText("");
        if (!day.isEmpty()) date.add(article != null && startsWith(article.datePublished(), day) ? 1 : 0);
        if (gold.path("authors").isArray()) authors.add(authors(gold.get("authors"), article));
    }

    private void text(JsonNode gold, String text) {
        Shingles found = new Shingles(text);
        Shingles wanted = new Shingles(wanted(gold, found));
        if (!found.isEmpty()) precision.add(found.within(wanted));
        if (!wanted.isEmpty()) recall.add(wanted.within(found));
    }

    /** Paragraphs that are right both with and without count only where the article has half of them. */
    private static String wanted(JsonNode gold, Shingles found) {
        if (!gold.has("optional") || !gold.has("paragraphs"))
            return gold.get("text").asText();
        Set<Integer> optional = new LinkedHashSet<>();
        gold.get("optional").forEach(index -> optional.add(index.asInt()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < gold.get("paragraphs").size(); i++) {
            String paragraph = gold.get("paragraphs").get(i).asText();
            if (!optional.contains(i) || new Shingles(paragraph).within(found) >= 0.5)
                text.append(paragraph).append('\n');
        }
        return text.toString();
    }

    private void snippets(JsonNode gold, String text) {
        for (JsonNode snippet : gold.path("with")) {
            if (text.contains(Whitespace.fold(snippet.asText()))) right++;
            else missed++;
        }
        for (JsonNode snippet : gold.path("without")) if (text.contains(Whitespace.fold(snippet.asText()))) wrong++;
    }

    private static boolean same(String wanted, @Nullable String found) {
        return !letters(wanted).isEmpty() && letters(wanted).equals(letters(found));
    }

    private static String letters(@Nullable String text) {
        return text == null ? "" : Key.of(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    private static boolean startsWith(@Nullable String date, String day) {
        return date != null && date.startsWith(day);
    }

    private static double authors(JsonNode gold, @Nullable Article article) {
        Set<String> wanted = new LinkedHashSet<>();
        gold.forEach(name -> wanted.add(name(name.asText())));
        Set<String> found = new LinkedHashSet<>();
        if (article != null) article.authors().forEach(author -> found.add(name(author.name())));
        wanted.remove("");
        found.remove("");
        if (wanted.isEmpty() && found.isEmpty()) return 1;
        int both = (int) found.stream().filter(wanted::contains).count();
        return 2.0 * both / (wanted.size() + found.size());
    }

    private static String name(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}_]+", " ")
                .strip()
                .replaceFirst("^(by|von|par|por|di|door) ", "");
    }

    /** The score of each field that the gold has. */
    public Map<String, Double> scores() {
        Map<String, Double> scores = new TreeMap<>();
        double p = precision.value();
        double r = recall.value();
        if (recall.count > 0) scores.put("text", p + r == 0 ? 0 : 2 * p * r / (p + r));
        if (right + missed > 0) scores.put("snippets", 2.0 * right / (2 * right + missed + wrong));
        if (title.count > 0) scores.put("title", title.value());
        if (date.count > 0) scores.put("date", date.value());
        if (authors.count > 0) scores.put("authors", authors.value());
        return scores;
    }
}
