package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;
import java.util.List;
import java.util.Locale;

/**
 * Some corpora cut the name of an organisation at names inside it ("University of | California", "European | Union"), and
 * so does a tagger that learnt from them. Here the pieces are put together again, for the entity's name: the mentions stay
 * as they are.
 */
final class WholeNames {
    private static final int ORGANISATION = Labels.CLASSES.indexOf("ORG");
    private static final int PLACE = Labels.CLASSES.indexOf("LOC");
    private static final int PEOPLE = Labels.CLASSES.indexOf("NORP");
    private static final int MOST_PIECES = 6;
    /** What organisations are called that have no name of their own but that of their country or field. */
    private static final WordList NOUNS = WordList.load(WholeNames.class, "organisation-nouns.txt");

    private final Tokens tokens;
    private final List<Tagger.Span> spans;
    /** For each span the first and last one of the name that it is part of. */
    private final int[] first;

    private final int[] last;

    WholeNames(Tokens tokens, List<Tagger.Span> spans) {
        this.tokens = tokens;
        this.spans = spans;
        this.first = new int[spans.size()];
        this.last = new int[spans.size()];
        for (int i = 0; i < spans.size(); i++) first[i] = last[i] = i;
        for (int i = 0; i < spans.size(); i++) if (is(ORGANISATION, i) && first[i] == i && last[i] == i) join(i);
    }

    /** The words of the whole name that span {@code i} is part of. */
    String of(int i) {
        return tokens.words(spans.get(first[i]).first(), spans.get(last[i]).last());
    }

    private void join(int organisation) {
        int from = organisation;
        if (from > 0 && isAdjective(from - 1) && touches(from - 1) && isCommon(from)) from--;
        int to = organisation;
        while (to + 1 < spans.size() && to - from < MOST_PIECES && goesOn(to)) to++;
        for (int i = from; i <= to; i++) {
            if (!is(ORGANISATION, i)) continue;
            first[i] = from;
            last[i] = to;
        }
    }

    /** Whether the name that span {@code i} ends goes on in the next one. */
    private boolean goesOn(int i) {
        if (touches(i)) return isTorn(i) || isAdjective(i) && is(ORGANISATION, i + 1) && isCommon(i + 1);
        return is(ORGANISATION, i)
                && is(PLACE, i + 1)
                && isCommonWord(spans.get(i).last())
                && ofBetween(i);
    }

    /** Ends with a word that no name ends with. */
    private boolean isTorn(int i) {
        return Grouping.SMALL_WORDS.contains(lower(spans.get(i).last()));
    }

    private boolean isAdjective(int i) {
        return is(PEOPLE, i) || is(PLACE, i);
    }

    private boolean isCommon(int i) {
        Tagger.Span span = spans.get(i);
        for (int token = span.first(); token <= span.last(); token++)
            if (!isCommonWord(token) && !Grouping.SMALL_WORDS.contains(lower(token))) return false;
        return true;
    }

    private boolean isCommonWord(int token) {
        return NOUNS.contains(lower(token));
    }

    private boolean ofBetween(int i) {
        int of = spans.get(i).last() + 1;
        if (!tokens.is(of, "of")) return false;
        int next = spans.get(i + 1).first();
        return next == of + 1 || next == of + 2 && tokens.is(of + 1, "the");
    }

    private boolean is(int type, int i) {
        return spans.get(i).type() == type;
    }

    /** Whether the next span begins where span {@code i} ends, in the same sentence. */
    private boolean touches(int i) {
        int end = spans.get(i).last();
        int next = spans.get(i + 1).first();
        return next == end + 1 && tokens.sentenceOf(next) == tokens.sentenceOf(end);
    }

    private String lower(int token) {
        return tokens.length(token) <= NOUNS.longest() ? tokens.word(token).toLowerCase(Locale.ROOT) : "";
    }
}
