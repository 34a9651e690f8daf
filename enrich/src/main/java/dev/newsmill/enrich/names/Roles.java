package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a text calls a person beside the name: "Norwegian Prime Minister", "the mayor of Bergen". */
final class Roles {
    private static final int LONGEST = 8;
    private static final WordList NOUNS = WordList.load(Roles.class, "roles.txt");
    private static final WordList MODIFIERS = WordList.load(Roles.class, "role-modifiers.txt");

    private final Tokens tokens;
    private final BitSet named;

    /** @param named the tokens that are part of a name */
    Roles(Tokens tokens, BitSet named) {
        this.tokens = tokens;
        this.named = named;
    }

    /** The role as printed before the name, or else after it between commas; null where there is none. */
    @Nullable
    String of(Tagger.Span person) {
        String before = before(person.first());
        return before != null ? before : after(person.last());
    }

    private @Nullable String before(int name) {
        int sentence = tokens.sentenceBegin(tokens.sentenceOf(name));
        int last = name - 1;
        if (last < sentence || named.get(last) || !isNoun(last)) return null;
        int first = last;
        while (first > sentence && last - first < LONGEST && belongs(first - 1)) first--;
        while (first < last && !isStart(first)) first++;
        return tokens.words(first, last);
    }

    private boolean belongs(int token) {
        if (named.get(token) || isNoun(token) || MODIFIERS.contains(lower(token))) return true;
        return tokens.is(token, "'s") || tokens.is(token, "\u2019s") || tokens.is(token, '-') || tokens.is(token, '\'');
    }

    private boolean isStart(int token) {
        return named.get(token) || isNoun(token) || MODIFIERS.contains(lower(token));
    }

    private @Nullable String after(int name) {
        int end = tokens.sentenceEnd(tokens.sentenceOf(name));
        int first = name + 2;
        if (first >= end || !tokens.is(name + 1, ',')) return null;
        if (tokens.is(first, "the") || tokens.is(first, "a") || tokens.is(first, "an")) first++;
        boolean noun = false;
        for (int i = first; i < end && i - first <= LONGEST; i++) {
            if (tokens.is(i, ',')) return noun && i > first ? tokens.words(first, i - 1) : null;
            noun |= isNoun(i);
            if (!noun && !belongs(i)) return null;
        }
        return null;
    }

    private boolean isNoun(int token) {
        return NOUNS.contains(lower(token));
    }

    private String lower(int token) {
        return tokens.length(token) <= NOUNS.longest() ? tokens.word(token).toLowerCase(Locale.ROOT) : "";
    }
}
