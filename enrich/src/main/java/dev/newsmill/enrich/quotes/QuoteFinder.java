package dev.newsmill.enrich.quotes;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quotes of one text. Words between quotation marks are direct speech if they are a sentence, or the rest of
 * one; a few words picked from it are indirect, and a single word between marks is no quote.
 */
final class QuoteFinder {
    /** Fewer words picked out of a sentence are irony, a nickname or a title more often than speech. */
    private static final int LEAST_PICKED_WORDS = 4;

    private static final String ENDINGS = ",.?!\u2026\u2014\u3002\uff0c";

    private final Tokens tokens;
    private final List<Quoted> quoted;
    private final Attribution attribution;
    private final People people;
    private final List<Quote> quotes = new ArrayList<>();
    private @Nullable Speaker speaker;
    private int spokenTo = -1;

    QuoteFinder(Tokens tokens, List<EntityMention> mentions) {
        this.tokens = tokens;
        quoted = new QuotationMarks(tokens).find();
        people = new People(tokens, mentions);
        attribution = new Attribution(tokens, new Names(tokens, mentions), people);
    }

    List<Quote> find() {
        for (int k = 0; k < quoted.size(); k++) {
            int limit = k + 1 < quoted.size() ? quoted.get(k + 1).first() : tokens.size();
            find(quoted.get(k), k == 0 ? 0 : quoted.get(k - 1).last() + 1, limit);
        }
        quotes.addAll(new IndirectSpeech(tokens, attribution, quotes).find());
        quotes.sort(Comparator.comparingInt(Quote::begin));
        return quotes;
    }

    private void find(Quoted q, int from, int limit) {
        boolean goesOn = goesOn(q);
        boolean sentence = goesOn || isSentence(q);
        int words = words(q);
        if (!sentence && words < LEAST_PICKED_WORDS) return;
        Speaker found = speaker(q, from, limit, goesOn, sentence);
        if (found == null && !(sentence && words > LEAST_PICKED_WORDS + 1 && standsAlone(q))) return;
        if (found != null && !sentence && found.entity() == null) return;
        add(q, sentence, found);
    }

    private @Nullable Speaker speaker(Quoted q, int from, int limit, boolean goesOn, boolean sentence) {
        Speaker found = sentence && !endsSentence(q) || !sentence
                ? attribution.after(q.last() + 1, limit)
                : saidAfter(q, limit);
        if (found == null) found = attribution.before(Math.max(from, sentenceBegin(q.first())), q.first());
        if (found == null && speaker != null && (goesOn || isNext(q))) found = speaker.withoutCue();
        return found;
    }

    /** After a full stop within the marks only a verb can still name the speaker: {@code "We go." said Lund}. */
    private @Nullable Speaker saidAfter(Quoted q, int limit) {
        int next = q.last() + 1;
        return next < limit && attribution.isCue(next) ? attribution.after(next, limit) : null;
    }

    private void add(Quoted q, boolean direct, @Nullable Speaker found) {
        int begin = tokens.begin(q.first());
        int end = tokens.end(q.last());
        String text = tokens.text().substring(begin, end);
        if (found == null) {
            quotes.add(new Quote(begin, end, text, direct, null, null, null));
            return;
        }
        quotes.add(new Quote(begin, end, text, direct, found.text(), found.entity(), found.cue()));
        if (!direct) return;
        speaker = found;
        spokenTo = q.last();
        people.spoke(found.entity(), end);
    }

    /** A sentence of its own, which nobody has to be named for. */
    private boolean standsAlone(Quoted q) {
        return endsWithMark(q)
                && !tokens.is(q.last() - 1, ',')
                && tokens.sentenceBegin(tokens.sentenceOf(q.first())) == q.first();
    }

    private boolean isSentence(Quoted q) {
        char first = tokens.firstChar(q.first() + 1);
        if (Character.isLowerCase(first)) return false;
        int words = words(q);
        if (words == 0) return false;
        if (endsWithMark(q)) return true;
        int next = q.last() + 1;
        boolean followed = next < tokens.size() && (tokens.is(next, ',') || tokens.is(next, '.'));
        boolean announced = q.first() > 0 && (tokens.is(q.first() - 1, ':') || tokens.is(q.first() - 1, ','));
        int least = isMarkedOutside(q) ? 2 : LEAST_PICKED_WORDS;
        return words >= least && (followed || announced);
    }

    /** Where papers set the comma after the closing mark. */
    private boolean isMarkedOutside(Quoted q) {
        return "\u00ab\u00bb\u201e\u300c\u300e".indexOf(tokens.firstChar(q.first())) >= 0;
    }

    private boolean endsWithMark(Quoted q) {
        return ENDINGS.indexOf(tokens.firstChar(q.last() - 1)) >= 0 || ENDINGS.indexOf(tokens.firstChar(q.last())) >= 0;
    }

    private boolean endsSentence(Quoted q) {
        return tokens.is(q.last() - 1, '.') || tokens.is(q.last(), '.');
    }

    /** The rest of a sentence that the verb of saying interrupts: {@code "We go," he said, "and stay."} */
    private boolean goesOn(Quoted q) {
        return spokenTo >= 0
                && q.first() - spokenTo < 15
                && tokens.is(q.first() - 1, ',')
                && tokens.is(spokenTo - 1, ',')
                && !hasBreak(spokenTo + 1, q.first());
    }

    /** A further sentence of the same speaker: after the attribution in the same paragraph, or in the next one. */
    private boolean isNext(Quoted q) {
        if (spokenTo < 0 || q.first() - spokenTo > 40) return false;
        boolean same = !hasParagraph(spokenTo + 1, q.first() + 1);
        return same || q.first() == spokenTo + 1 && !isClosing(spokenTo);
    }

    private boolean isClosing(int token) {
        return tokens.is(token, '"') || tokens.is(token, '\u201d') || tokens.is(token, '\u201c');
    }

    private boolean hasBreak(int from, int end) {
        for (int i = from; i < end; i++) if (tokens.is(i, '.')) return true;
        return hasParagraph(from, end);
    }

    private boolean hasParagraph(int from, int end) {
        for (int i = from; i < end; i++) if (Paragraphs.startsAt(tokens, i)) return true;
        return false;
    }

    private int sentenceBegin(int token) {
        int sentence = tokens.sentenceOf(token);
        boolean opens = tokens.sentenceBegin(sentence) == token;
        boolean announced = token > 0 && tokens.is(token - 1, ':');
        return tokens.sentenceBegin(opens && announced ? sentence - 1 : sentence);
    }

    private int words(Quoted q) {
        int words = 0;
        for (int i = q.first() + 1; i <= q.last(); i++) if (Character.isLetterOrDigit(tokens.firstChar(i))) words++;
        return words;
    }
}
