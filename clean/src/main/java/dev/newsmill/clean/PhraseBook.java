package dev.newsmill.clean;

import dev.newsmill.clean.PhraseTable.Phrase;
import java.util.List;
import java.util.Locale;
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
    /** As many marks, arrows and bullets may stand before an opening. */
    private static final int MARKS = 8;

    private static final int HELD = 32;

    private final PhraseTable openings = new PhraseTable();
    private final PhraseTable anywhere = new PhraseTable();

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
            if (phrase.isEmpty()) continue;
            boolean held = phrase.startsWith("~");
            (held ? anywhere : openings).add(new Phrase(kind, held ? phrase.substring(1) : phrase));
        }
    }

    /** The kinds that {@code line} opens with, a bit each, and above them the kinds that it holds. */
    long kinds(String line) {
        boolean whole = line.length() <= LONGEST_SEARCHED;
        String lower = lower(whole ? line : line.substring(0, MARKS + OPENING));
        long held = whole ? anywhere.in(lower) : 0;
        int from = bare(lower);
        return opened(openings.at(lower, from), lower, from)
                | opened(openings.shorterAt(lower, from), lower, from)
                | held << HELD;
    }

    private static long opened(Phrase[] phrases, String lower, int from) {
        long kinds = 0;
        for (Phrase phrase : phrases)
            if (opens(phrase.text(), lower, from)) kinds |= 1L << phrase.kind().ordinal();
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
        String lower = lower(line.substring(0, Math.min(line.length(), MARKS + OPENING)));
        int from = bare(lower);
        Phrase best = longest(openings.at(lower, from), kind, lower, from, null);
        best = longest(openings.shorterAt(lower, from), kind, lower, from, best);
        return best == null ? null : best.text();
    }

    private static @Nullable Phrase longest(
            Phrase[] phrases, Kind kind, String lower, int from, @Nullable Phrase known) {
        Phrase best = known;
        for (Phrase phrase : phrases)
            if (phrase.kind() == kind && phrase.longerThan(best) && opens(phrase.text(), lower, from)) best = phrase;
        return best;
    }

    private @Nullable String held(Kind kind, String line) {
        if (line.length() > LONGEST_SEARCHED) return null;
        String lower = lower(line);
        for (int i = 0; i < lower.length(); i++) {
            Phrase found = standing(anywhere.at(lower, i), kind, lower, i);
            if (found == null) found = standing(anywhere.shorterAt(lower, i), kind, lower, i);
            if (found != null) return found.text();
        }
        return null;
    }

    private static @Nullable Phrase standing(Phrase[] phrases, Kind kind, String lower, int at) {
        for (Phrase phrase : phrases) if (phrase.kind() == kind && lower.startsWith(phrase.text(), at)) return phrase;
        return null;
    }

    private static boolean opens(String phrase, String line, int from) {
        if (!line.startsWith(phrase, from)) return false;
        int end = from + phrase.length();
        if (line.length() == end) return true;
        char last = phrase.charAt(phrase.length() - 1);
        return !Character.isLetter(last) || Glyphs.unspaced(last) || !Character.isLetter(line.charAt(end));
    }

    /** Where the words of a line begin, after the marks, arrows and bullets before them. */
    private static int bare(String line) {
        int begin = 0;
        while (begin < line.length()
                && begin < MARKS
                && !Glyphs.wordly(line.charAt(begin))
                && line.charAt(begin) != '©') begin++;
        return begin;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
