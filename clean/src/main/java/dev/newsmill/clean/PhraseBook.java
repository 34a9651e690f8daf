package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.BitSet;
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
    private static final int OPENING = 80;
    private static final int HELD = 32;

    private record Phrase(Kind kind, String text) {}

    private final Map<Integer, List<Phrase>> openings = new HashMap<>();
    private final Map<Integer, List<Phrase>> anywhere = new HashMap<>();

    /** Where no two characters in a line stand in it, no held phrase starts there. */
    private final BitSet filter = new BitSet(1 << 16);

    private PhraseBook() {}

    static PhraseBook load() {
        PhraseBook book = new PhraseBook();
        for (String language : LANGUAGES)
            WordList.read("phrases/" + language + ".txt").forEach(book::add);
        book.spread();
        return book;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Kind kind = Kind.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
        for (String part : line.substring(colon + 1).split("\\|")) {
            String phrase = part.strip().toLowerCase(Locale.ROOT);
            if (phrase.isEmpty()) continue;
            boolean held = phrase.startsWith("~");
            String text = held ? phrase.substring(1) : phrase;
            (held ? anywhere : openings)
                    .computeIfAbsent(start(text, 0), k -> new ArrayList<>())
                    .add(new Phrase(kind, text));
        }
    }

    private static int start(String text, int at) {
        return text.charAt(at) << 16 | (at + 1 < text.length() ? text.charAt(at + 1) : 0);
    }

    /** Phrases of one character stand with all that open with it, too. */
    private void spread() {
        openings.forEach((start, phrases) -> {
            List<Phrase> single = openings.get(start & 0xFFFF0000);
            if (single != null && (start & 0xFFFF) != 0) phrases.addAll(single);
        });
        anywhere.keySet().forEach(start -> filter.set(hash(start)));
    }

    private static int hash(int start) {
        return (start >>> 16) * 31 + start & 0xFFFF;
    }

    private List<Phrase> candidates(String line) {
        if (line.isEmpty()) return List.of();
        List<Phrase> two = openings.get(start(line, 0));
        return two != null ? two : openings.getOrDefault(line.charAt(0) << 16, List.of());
    }

    private List<Phrase> heldAt(String line, int at) {
        int start = start(line, at);
        return filter.get(hash(start)) ? anywhere.getOrDefault(start, List.of()) : List.of();
    }

    /** The kinds that {@code line} opens with, a bit each, and above them the kinds that it holds. */
    long kinds(String line) {
        long kinds = 0;
        String opening = bare(line);
        for (Phrase phrase : candidates(opening)) {
            if (opens(phrase.text, opening)) kinds |= 1L << phrase.kind.ordinal();
        }
        if (line.length() > LONGEST_SEARCHED) return kinds;
        String lower = lower(line);
        for (int i = 0; i + 1 < lower.length(); i++) {
            for (Phrase phrase : heldAt(lower, i))
                if (lower.startsWith(phrase.text, i)) kinds |= 1L << (phrase.kind.ordinal() + HELD);
        }
        return kinds;
    }

    static boolean opens(Kind kind, long kinds) {
        return (kinds & 1L << kind.ordinal()) != 0;
    }

    static boolean holds(Kind kind, long kinds) {
        return (kinds & 1L << (kind.ordinal() + HELD)) != 0;
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
        String best = null;
        for (Phrase phrase : candidates(lower)) {
            boolean longer = best == null || best.length() < phrase.text.length();
            if (phrase.kind == kind && longer && opens(phrase.text, lower)) best = phrase.text;
        }
        return best;
    }

    private @Nullable String held(Kind kind, String line) {
        if (line.length() > LONGEST_SEARCHED) return null;
        String lower = lower(line);
        for (int i = 0; i + 1 < lower.length(); i++) {
            for (Phrase phrase : heldAt(lower, i)) {
                if (phrase.kind == kind && lower.startsWith(phrase.text, i)) return phrase.text;
            }
        }
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
        return lower(line.substring(begin, Math.min(line.length(), begin + OPENING)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
