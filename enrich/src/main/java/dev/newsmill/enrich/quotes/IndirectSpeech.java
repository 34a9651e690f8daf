package dev.newsmill.enrich.quotes;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;
import dev.newsmill.message.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what somebody said without quotation marks: {@code Lund said that the port was closed} and
 * {@code The port was closed, Lund said}. Only for speakers that are entities.
 */
final class IndirectSpeech {
    private static final WordList PLAIN = WordList.of("said", "says");
    private static final WordList NO_CLAUSE = WordList.of(
            "about", "after", "at", "before", "by", "during", "for", "from", "in", "of", "on", "to", "with", "goodbye");
    private static final int LEAST_TOKENS = 4;
    private static final int FAR = 25;
    private static final int THAT_WITHIN = 8;

    private final Tokens tokens;
    private final Attribution attribution;
    private final List<Quote> direct;
    private final List<Quote> found = new ArrayList<>();
    private int next;

    /** @param direct the quotes with quotation marks, by begin */
    IndirectSpeech(Tokens tokens, Attribution attribution, List<Quote> direct) {
        this.tokens = tokens;
        this.attribution = attribution;
        this.direct = List.copyOf(direct);
    }

    List<Quote> find() {
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int begin = tokens.sentenceBegin(s);
            int end = tokens.sentenceEnd(s);
            if (end - begin > LEAST_TOKENS && !hasQuote(begin, end)) readSentence(begin, end);
        }
        return found;
    }

    private void readSentence(int begin, int end) {
        if (!accordingFirst(begin, end) && !saidLast(begin, end)) saidFirst(begin, end);
    }

    /** {@code According to Lund, the port was closed.} */
    private boolean accordingFirst(int begin, int end) {
        if (!tokens.is(begin, "According") || !tokens.is(begin + 1, "to")) return false;
        int comma = begin + 2;
        while (comma < Math.min(end, begin + FAR) && !tokens.is(comma, ',')) comma++;
        int last = tokens.is(end - 1, '.') ? end - 2 : end - 1;
        if (last - comma < LEAST_TOKENS || !tokens.is(comma, ',')) return false;
        return add(comma + 1, last, attribution.after(begin, comma));
    }

    private boolean hasQuote(int begin, int end) {
        while (next < direct.size() && direct.get(next).end() <= tokens.begin(begin)) next++;
        return next < direct.size() && direct.get(next).begin() < tokens.end(end - 1);
    }

    /** {@code The port was closed, Lund said.} */
    private boolean saidLast(int begin, int end) {
        int comma = lastComma(begin, end);
        if (comma - begin < LEAST_TOKENS) return false;
        Speaker speaker = attribution.after(comma + 1, end);
        return speaker != null && add(begin, comma - 1, speaker);
    }

    private int lastComma(int begin, int end) {
        for (int i = end - 1; i > Math.max(begin, end - FAR); i--) if (tokens.is(i, ',')) return i;
        return -1;
    }

    /** {@code Lund said that the port was closed.} */
    private void saidFirst(int begin, int end) {
        for (int cue = begin + 1; cue < Math.min(end, begin + FAR); cue++) {
            if (!attribution.isCue(cue)) continue;
            int clause = clause(cue, end);
            if (clause < 0) continue;
            Speaker speaker = attribution.before(begin, cue + 1);
            int last = tokens.is(end - 1, '.') ? end - 2 : end - 1;
            if (speaker != null && last - clause >= LEAST_TOKENS - 1) add(clause, last, speaker);
            return;
        }
    }

    /** Where the words begin that the verb introduces; -1 where it introduces none. */
    private int clause(int cue, int end) {
        for (int i = cue + 1; i < Math.min(end, cue + THAT_WITHIN); i++) if (tokens.is(i, "that")) return i + 1;
        int clause = cue + 1;
        boolean plain = PLAIN.contains(tokens.text(), tokens.begin(cue), tokens.end(cue));
        if (!plain || clause >= end || !Character.isLetterOrDigit(tokens.firstChar(clause))) return -1;
        return NO_CLAUSE.contains(tokens.text(), tokens.begin(clause), tokens.end(clause)) ? -1 : clause;
    }

    private boolean add(int first, int last, @Nullable Speaker speaker) {
        if (speaker == null || speaker.entity() == null || last < first) return false;
        String words = tokens.words(first, last);
        found.add(new Quote(
                tokens.begin(first), tokens.end(last), words, false, speaker.text(), speaker.entity(), speaker.cue()));
        return true;
    }
}
