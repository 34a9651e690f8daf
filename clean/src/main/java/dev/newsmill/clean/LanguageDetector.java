package dev.newsmill.clean;

import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text from its letters, by the profiles of 70 languages: how often each writes which runs of
 * letters. Parts of the text have one voice each, so that a foreign opening or a quotation does not decide. The same for
 * the same text. Thread-safe.
 */
final class LanguageDetector {
    /** What is read of a text: as many parts, of as many characters. */
    private static final int PARTS = 3;

    private static final int PART = 300;
    /** A first look takes as much of each part, and is enough where it leaves no doubt. */
    private static final int GLANCE = 99;

    private static final double DOUBTLESS = 0.999;
    /** What is as probable is clear. */
    static final double CLEAR = 0.95;
    /** What is not this probable is like no language. */
    private static final double LEAST = 0.1;

    private static final int SHORTEST = 80;
    private static final int ONE_IN = 6;

    private final String[] languages;
    private final LetterRuns runs;

    /** A language as ISO 639 names it, and how probable it is. */
    record Guess(String language, double probability) {}

    private LanguageDetector(List<LanguageProfile> profiles) {
        languages = profiles.stream()
                .map(profile -> profile.getLocale().getLanguage())
                .toArray(String[]::new);
        runs = new LetterRuns(profiles);
    }

    /** The one detector; its profiles are read when it is first asked for. */
    static LanguageDetector shared() {
        return Shared.DETECTOR;
    }

    private static final class Shared {
        static final LanguageDetector DETECTOR = load();

        private static LanguageDetector load() {
            try {
                return new LanguageDetector(new LanguageProfileReader().readAllBuiltIn());
            } catch (IOException e) {
                throw new UncheckedIOException("the profiles of languages cannot be read", e);
            }
        }
    }

    /** Scripts that one language writes. The profiles take Japanese for nothing where it has many Chinese characters. */
    private static @Nullable String byScript(String text) {
        int kana = 0;
        int hangul = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3041 && c <= 0x30FF) kana++;
            else if (c >= 0xAC00 && c <= 0xD7A3) hangul++;
        }
        if (kana * ONE_IN > text.length()) return "ja";
        return hangul * ONE_IN > text.length() ? "ko" : null;
    }

    /**
     * The likeliest language of {@code text}; null if that is too short, or like none. A first look that finds a language
     * that is {@code expected} has to be clear only; any other has to leave no doubt.
     */
    @Nullable
    Guess guess(String text, Predicate<String> expected) {
        if (text.length() < SHORTEST) return null;
        String alone = byScript(text.substring(0, Math.min(PARTS * PART, text.length())));
        if (alone != null) return new Guess(alone, 1);
        Guess glance = likeliest(probabilities(text, GLANCE));
        boolean enough = glance != null && glance.probability >= (expected.test(glance.language) ? CLEAR : DOUBTLESS);
        return enough ? glance : likeliest(probabilities(text, PART));
    }

    /** The mean of what the text's beginning, middle and end say. */
    private double[] probabilities(String text, int most) {
        double[] mean = new double[languages.length];
        int parts = Math.max(1, Math.min(PARTS, text.length() / PART));
        int size = Math.min(most, text.length() / parts);
        for (int part = 0; part < parts; part++) {
            int from = part == 0 ? 0 : (text.length() - size) / (parts - 1) * part;
            add(runs.of(text, from, from + size), 1.0 / parts, mean);
        }
        return mean;
    }

    /** By Bayes, where each language is as probable as the others before anything is read. */
    private static void add(double[] logOdds, double share, double[] mean) {
        double most = Arrays.stream(logOdds).max().orElse(0);
        double all = 0;
        for (double one : logOdds) all += Math.exp(one - most);
        for (int i = 0; i < mean.length; i++) mean[i] += share * Math.exp(logOdds[i] - most) / all;
    }

    private @Nullable Guess likeliest(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) if (probabilities[i] > probabilities[best]) best = i;
        return probabilities[best] < LEAST ? null : new Guess(languages[best], probabilities[best]);
    }
}
