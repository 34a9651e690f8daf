package dev.newsmill.enrich.dates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages that have a folder, and the choice among them for a text. Immutable. */
final class Languages {
    private static final int SAMPLE = 4000;

    private final Map<String, Language> byCode;

    private Languages(Map<String, Language> byCode) {
        this.byCode = byCode;
    }

    /** Reads all folders that {@code languages.txt} lists; the first one is the default. */
    static Languages load() {
        Map<String, Language> byCode = new LinkedHashMap<>();
        for (String code : Lines.of("languages.txt")) byCode.put(code, Language.read(code));
        return new Languages(byCode);
    }

    /**
     * The language of the tag. Without a tag, or for a tag that has no folder, the one most of whose function words the
     * text's begin holds; the default where none stands out.
     */
    Language of(@Nullable String tag, String text) {
        if (tag != null) {
            Language known = byCode.get(Locale.forLanguageTag(tag).getLanguage());
            if (known != null) return known;
        }
        return guess(text.substring(0, Math.min(SAMPLE, text.length())));
    }

    private Language guess(String sample) {
        List<Token> tokens = Tokenizer.tokens(sample);
        Language best = byCode.values().iterator().next();
        long most = count(best, tokens);
        for (Language language : byCode.values()) {
            long count = count(language, tokens);
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return best;
    }

    private static long count(Language language, List<Token> tokens) {
        return tokens.stream()
                .filter(token -> language.functionWords().contains(token.lower()))
                .count();
    }
}
