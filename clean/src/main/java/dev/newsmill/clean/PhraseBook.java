package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by what a line that opens with them (or, for those written {@code ~phrase}, holds them) is. Data: one file per
 * language beside this class; all languages are tried, since pages quote each other. Thread-safe.
 */
final class PhraseBook {
    /** What a phrase gives away. */
    enum Kind {
        RELATED,
        NEWSLETTER,
        SHARE,
        AD,
        COPYRIGHT,
        BYLINE,
        DATE,
        COMMENTS,
        CREDIT,
        SKIP,
        CONSENT,
        MEDIA,
        READING,
        SOURCE,
        TAIL,
        PAYWALL,
        ERROR
    }

    static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja");
    private static final int LONGEST_SEARCHED = 400;

    private record Phrase(Kind kind, String text) {}

    private final Map<String, List<Phrase>> openings = new HashMap<>();
    private final Map<Kind, List<String>> anywhere = new EnumMap<>(Kind.class);

    private PhraseBook() {}

    static PhraseBook load() {
        PhraseBook book = new PhraseBook();
        for (String language : LANGUAGES)
            WordList.read("phrases/" + language + ".txt").forEach(book::add);
        return book;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Kind kind = Kind.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
        for (String part : line.substring(colon + 1).split("\\|")) {
            String phrase = part.strip().toLowerCase(Locale.ROOT);
            if (phrase.startsWith("~"))
                anywhere.computeIfAbsent(kind, k -> new ArrayList<>()).add(phrase.substring(1));
            else if (!phrase.isEmpty())
                openings.computeIfAbsent(start(phrase), k -> new ArrayList<>()).add(new Phrase(kind, phrase));
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(2, text.length()));
    }

    /** The phrase of this kind that {@code line} opens with or holds; null if there is none. */
    @Nullable
    String find(Kind kind, String line) {
        String opening = opening(kind, line);
        return opening != null ? opening : held(kind, line);
    }

    /** The longest phrase of this kind that {@code line} opens with; null if there is none. */
    @Nullable
    String opening(Kind kind, String line) {
        String lower = bare(line);
        List<Phrase> phrases = lower.isEmpty() ? null : openings.get(start(lower));
        if (phrases == null) return null;
        String best = null;
        for (Phrase phrase : phrases) {
            if (phrase.kind == kind
                    && opens(phrase.text, lower)
                    && (best == null || best.length() < phrase.text.length())) {
                best = phrase.text;
            }
        }
        return best;
    }

    private @Nullable String held(Kind kind, String line) {
        List<String> phrases = anywhere.get(kind);
        if (phrases == null || line.length() > LONGEST_SEARCHED) return null;
        String lower = line.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (String phrase : phrases) if (lower.contains(phrase)) return phrase;
        return null;
    }

    private static boolean opens(String phrase, String line) {
        if (!line.startsWith(phrase)) return false;
        if (line.length() == phrase.length()) return true;
        char last = phrase.charAt(phrase.length() - 1);
        char next = line.charAt(phrase.length());
        return !Character.isLetter(last) || Glyphs.unspaced(last) || !Character.isLetter(next);
    }

    /** The line's opening in lower case, without the marks, arrows and bullets before it. */
    private static String bare(String line) {
        int begin = 0;
        while (begin < line.length()
                && begin < 8
                && !Character.isLetterOrDigit(line.charAt(begin))
                && line.charAt(begin) != '©') begin++;
        String part = line.substring(begin, Math.min(line.length(), begin + 80));
        return part.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
