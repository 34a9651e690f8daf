package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;

/**
 * How a text writes each of its words where the writer had a choice: inside a sentence that is not all capitals. Tells
 * a name at the beginning of a sentence or in a headline from an ordinary word.
 */
final class WordUsage {
    static final int SMALL = 1;
    static final int CAPITAL = 2;

    private final Words words;
    private final LongTable seen;

    WordUsage(Words words) {
        this.words = words;
        seen = new LongTable(words.tokens.size());
        Tokens tokens = words.tokens;
        for (int s = 0; s < tokens.sentenceCount(); s++) count(tokens.sentenceBegin(s), tokens.sentenceEnd(s));
    }

    private void count(int begin, int end) {
        if (isTitle(begin, end)) return;
        for (int i = begin + 1; i < end; i++) {
            int kind = words.kind[i];
            if (kind == Words.LOWER) seen.or(words.lower[i], SMALL);
            else if (kind != Words.NUMBER && kind != Words.MARK && isFree(i)) seen.or(words.lower[i], CAPITAL);
        }
    }

    private boolean isFree(int i) {
        return words.kind[i - 1] != Words.MARK || words.tokens.is(i - 1, ',') || words.tokens.is(i - 1, '-');
    }

    /** More than two thirds of the words have a capital. */
    private boolean isTitle(int begin, int end) {
        int capitals = 0;
        int small = 0;
        for (int i = begin; i < end; i++) {
            if (words.kind[i] == Words.LOWER) small++;
            else if (words.hasCapital(i)) capitals++;
        }
        return capitals > 2 * small;
    }

    /** For each token the sum of {@link #SMALL} and {@link #CAPITAL}, for what the text does with the word. */
    byte[] of() {
        byte[] usage = new byte[words.tokens.size()];
        for (int i = 0; i < usage.length; i++) usage[i] = (byte) seen.get(words.lower[i]);
        return usage;
    }
}
