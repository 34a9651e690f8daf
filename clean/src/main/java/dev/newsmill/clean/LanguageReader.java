package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides the article's language: the page says one, and the text speaks one. Where the text clearly contradicts, it is
 * right, since templates declare the language of the publisher's system.
 */
final class LanguageReader {
    /** Enough where the page declares none. */
    private static final double LIKELY = 0.5;

    /** Languages that profiles of letters cannot keep apart. */
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("no", "nb", "nn", "da"),
            Set.of("hr", "sr", "bs", "sh"),
            Set.of("id", "ms"),
            Set.of("gl", "pt"),
            Set.of("tl", "fil"),
            Set.of("he", "iw"));

    private LanguageReader() {}

    /** Takes the language of {@code text}, or what the page declares; the evidence names both. */
    static void read(Facts facts, String text) {
        List<Found> found = new ArrayList<>(facts.languages);
        LanguageDetector.Guess guess = LanguageDetector.shared()
                .guess(text, spoken -> facts.languages.stream().anyMatch(f -> same(primary(f.value()), spoken)));
        if (guess != null) found.add(spoken(guess));
        Found winner = winner(facts.languages, guess, found);
        if (winner != null) facts.language = facts.take("language", winner, found);
    }

    private static Found spoken(LanguageDetector.Guess guess) {
        String raw = guess.language() + ", probability " + TrimRules.hundredths((float) guess.probability());
        return new Found("text", null, guess.language(), raw);
    }

    private static @Nullable Found winner(
            List<Found> declared, LanguageDetector.@Nullable Guess guess, List<Found> found) {
        double enough = declared.isEmpty() ? LIKELY : LanguageDetector.CLEAR;
        if (guess == null || guess.probability() < enough) return declared.isEmpty() ? null : declared.get(0);
        for (Found f : declared) if (same(primary(f.value()), guess.language())) return f;
        return found.get(found.size() - 1);
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }

    private static boolean same(String declared, String spoken) {
        return declared.equals(spoken)
                || ALIKE.stream().anyMatch(group -> group.contains(declared) && group.contains(spoken));
    }
}
