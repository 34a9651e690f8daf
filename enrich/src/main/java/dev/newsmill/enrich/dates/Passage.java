package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of a text, small enough to be held in memory as tokens, and what in it looks like a time. */
final class Passage {
    private static final String TOP = "timex";
    /** Rules for what looks like a time and is none. */
    private static final String NONE = "none";
    /** Words after which a number is a year, whatever follows it. */
    private static final String YEAR_AFTER = "YEARAFTER";

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Grammar.Root top;
    private final Grammar.@Nullable Root none;
    private final Atoms atoms;
    private final Matcher matcher;

    Passage(List<Token> tokens, Language language) {
        this.tokens = tokens;
        this.lexicon = language.lexicon();
        this.top = language.grammar().root(TOP);
        this.none = language.grammar().find(NONE);
        this.atoms = new Atoms(tokens, language.lexicon(), language.numerals());
        this.matcher = new Matcher(language.grammar(), tokens, atoms);
    }

    List<Token> tokens() {
        return tokens;
    }

    /** All phrases that look like a time, in the order of the text. */
    List<Match.Part> candidates() {
        List<Match.Part> parts = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) at = Math.max(at + 1, candidatesAt(at, parts));
        return parts;
    }

    private int candidatesAt(int at, List<Match.Part> parts) {
        int end = noneEnd(at);
        if (end > at) return end;
        if (!top.mayStart(tokens.get(at), atoms.at(at))) return at + 1;
        matcher.forget();
        Match match = matcher.best(TOP, at);
        if (match == null || isBetterInside(match, at)) return at + 1;
        parts.addAll(match.parts());
        return match.parts().get(match.parts().size() - 1).end();
    }

    /** Where what looks like a time and is none ends; {@code at} if there is nothing like that. */
    private int noneEnd(int at) {
        if (none == null || !none.mayStart(tokens.get(at), atoms.at(at))) return at;
        boolean number = tokens.get(at).kind() == Token.Kind.DIGITS;
        if (number && at > 0 && lexicon.word(YEAR_AFTER, tokens.get(at - 1)) != null) return at;
        Match match = matcher.best(NONE, at);
        return match == null ? at : match.end();
    }

    /** Whether an expression that starts after the words that a rule asks for is the better reading. */
    private boolean isBetterInside(Match match, int at) {
        int begin = match.parts().get(0).begin();
        if (begin == at) return false;
        Match inside = matcher.best(TOP, begin);
        return inside != null && inside.beats(match);
    }
}
