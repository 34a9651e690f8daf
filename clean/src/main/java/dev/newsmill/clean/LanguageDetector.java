package dev.newsmill.clean;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text from its letters, by the profiles of 70 languages. Thread-safe, the same for the same text. */
final class LanguageDetector {
    private static final int LONGEST = 2000;
    private static final int SHORTEST = 80;
    private static final int ONE_IN = 6;
    private static final long SEED = 1;

    private final com.optimaize.langdetect.LanguageDetector detector;

    /** A language as ISO 639 names it, and how probable it is. */
    record Guess(String language, double probability) {}

    private LanguageDetector() {
        try {
            detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                    .seed(SEED)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles of languages cannot be read", e);
        }
    }

    /** The one detector; its profiles are read when it is first asked for. */
    static LanguageDetector shared() {
        return Shared.DETECTOR;
    }

    private static final class Shared {
        static final LanguageDetector DETECTOR = new LanguageDetector();
    }

    /** Scripts that one language writes. The profiles take Japanese for nothing where it has many Chinese characters. */
    private static @Nullable String byScript(String text) {
        long kana = text.chars().filter(c -> c >= 0x3041 && c <= 0x30FF).count();
        long hangul = text.chars().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
        if (kana * ONE_IN > text.length()) return "ja";
        return hangul * ONE_IN > text.length() ? "ko" : null;
    }

    /** The likeliest language of the beginning of {@code text}; null if that is too short, or like none. */
    @Nullable
    Guess guess(String text) {
        if (text.length() < SHORTEST) return null;
        String begin = text.substring(0, Math.min(LONGEST, text.length()));
        String alone = byScript(begin);
        if (alone != null) return new Guess(alone, 1);
        List<DetectedLanguage> found = detector.getProbabilities(begin);
        if (found.isEmpty()) return null;
        DetectedLanguage best = found.get(0);
        return new Guess(best.getLocale().getLanguage(), best.getProbability());
    }
}
