package dev.newsmill.enrich.quotes;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;
import dev.newsmill.message.EntityMention;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds who said the words of a stretch of text, from the verb of saying after or before it. */
final class Attribution {
    private static final WordList CUES = WordList.load(Attribution.class, "cues.txt");
    /** What follows these is the one spoken to. */
    private static final WordList TRANSITIVE =
            WordList.of("told", "tells", "tell", "telling", "assured", "informed", "urged");

    private static final WordList PRONOUNS = WordList.of("he", "she", "they");
    private static final int FAR = 25;
    private static final int NEAR = 9;
    private static final int LONGEST_SPEAKER = 10;
    private static final int LONGEST_UNNAMED = 6;

    private final Tokens tokens;
    private final Names names;
    private final People people;

    Attribution(Tokens tokens, Names names, People people) {
        this.tokens = tokens;
        this.names = names;
        this.people = people;
    }

    /** The speaker named from this token on, as in {@code she said} and {@code said Lund}; null for none. */
    @Nullable
    Speaker after(int from, int limit) {
        int start = from;
        if (start < limit && tokens.is(start, ',')) start++;
        int end = clauseEnd(start, Math.min(limit, start + FAR));
        int cue = firstCue(start, end);
        if (cue < 0 || cue - start > LONGEST_SPEAKER) return null;
        if (cue == start) return following(cue, end);
        return Character.isLowerCase(tokens.firstChar(start)) && tokens.is(start, "and") ? null : leading(start, cue);
    }

    /** The speaker named before this token, as in {@code Lund said:}; null for none. */
    @Nullable
    Speaker before(int from, int end) {
        boolean colon = end > from && tokens.is(end - 1, ':');
        int cue = lastCue(Math.max(from, end - (colon ? FAR : NEAR)), end);
        if (cue < 0) return null;
        if (isAccordingTo(cue)) return following(cue, end);
        int subject = subjectBegin(from, cue);
        return subject == cue ? null : trailing(subject, cue);
    }

    boolean isCue(int token) {
        return Character.isLowerCase(tokens.firstChar(token))
                        && CUES.contains(tokens.text(), tokens.begin(token), tokens.end(token))
                || isAccordingTo(token);
    }

    private boolean isAccordingTo(int token) {
        return tokens.isIgnoringCase(token, "according") && token + 1 < tokens.size() && tokens.is(token + 1, "to");
    }

    private int firstCue(int from, int end) {
        for (int i = from; i < end; i++) if (isCue(i)) return i;
        return -1;
    }

    private int lastCue(int from, int end) {
        for (int i = end - 1; i >= from; i--) if (isCue(i)) return i;
        return -1;
    }

    /** The end of the clause: a full stop, a semicolon, a quotation mark. */
    private int clauseEnd(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (i > from && Paragraphs.startsAt(tokens, i)) return i;
            char c = tokens.firstChar(i);
            if (tokens.length(i) == 1 && ".;!?\"\u201c\u201e\u00ab".indexOf(c) >= 0) return i;
        }
        return limit;
    }

    private int subjectBegin(int from, int cue) {
        int i = cue;
        while (i > from && cue - i < FAR) {
            char c = tokens.firstChar(i - 1);
            if (tokens.length(i - 1) == 1 && ".;!?\"\u201d".indexOf(c) >= 0) break;
            i--;
        }
        return i;
    }

    /** {@code Lund said}, {@code the minister said}. */
    private @Nullable Speaker leading(int from, int cue) {
        EntityMention name = names.first(from, cue);
        if (name != null) return named(name, cue);
        if (PRONOUNS.contains(lower(from))) return pronoun(from, cue);
        return unnamed(from, lastWord(from, cue), cue);
    }

    /** As {@link #leading}, where more may stand before the subject. */
    private @Nullable Speaker trailing(int from, int cue) {
        int near = cue - 1;
        if (PRONOUNS.contains(lower(near))) return pronoun(near, cue);
        if (near > from && PRONOUNS.contains(lower(near - 1))) return pronoun(near - 1, cue);
        EntityMention name = names.last(Math.max(from, cue - LONGEST_SPEAKER), cue);
        return name == null ? null : named(name, cue);
    }

    /** {@code said Lund}, {@code said a spokesman}, {@code according to Lund}. */
    private @Nullable Speaker following(int cue, int end) {
        if (TRANSITIVE.contains(tokens.text(), tokens.begin(cue), tokens.end(cue))) return null;
        int from = isAccordingTo(cue) ? cue + 2 : cue + 1;
        int limit = Math.min(end, from + LONGEST_SPEAKER);
        if (from >= limit) return null;
        EntityMention name = names.first(from, limit);
        if (name != null) return named(name, cue);
        if (PRONOUNS.contains(lower(from))) return pronoun(from, cue);
        int last = from;
        while (last + 1 < limit && !tokens.is(last + 1, ',') && !tokens.is(last + 1, ':')) last++;
        return unnamed(from, last, cue);
    }

    /** {@code the minister}, {@code a spokesman for the port}. */
    private @Nullable Speaker unnamed(int first, int last, int cue) {
        boolean fits = last - first < LONGEST_UNNAMED && Character.isLetter(tokens.firstChar(first));
        return fits ? new Speaker(tokens.words(first, last), null, cue(cue)) : null;
    }

    private int lastWord(int from, int cue) {
        int comma = from;
        while (comma + 1 < cue && !tokens.is(comma + 1, ',')) comma++;
        return comma;
    }

    private Speaker named(EntityMention name, int cue) {
        return new Speaker(name.text(), name.entity(), cue(cue));
    }

    private Speaker pronoun(int token, int cue) {
        return new Speaker(tokens.word(token), people.meant(lower(token), token), cue(cue));
    }

    private String cue(int token) {
        return isAccordingTo(token) ? tokens.words(token, token + 1) : tokens.word(token);
    }

    private String lower(int token) {
        return tokens.length(token) > LONGEST_SPEAKER ? "" : tokens.word(token).toLowerCase(Locale.ROOT);
    }
}
