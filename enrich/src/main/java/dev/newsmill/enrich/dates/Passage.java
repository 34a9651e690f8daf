package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;

/** A stretch of a text, small enough to be held in memory as tokens, and what in it looks like a time. */
final class Passage {
    private static final String TOP = "timex";

    private final List<Token> tokens;
    private final Grammar.Root top;
    private final Atoms atoms;
    private final Matcher matcher;

    Passage(List<Token> tokens, Language language) {
        this.tokens = tokens;
        this.top = language.grammar().root(TOP);
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
        if (!top.mayStart(tokens.get(at), atoms.at(at))) return at + 1;
        matcher.forget();
        Match match = matcher.best(TOP, at);
        if (match == null || isBetterInside(match, at)) return at + 1;
        parts.addAll(match.parts());
        return match.parts().get(match.parts().size() - 1).end();
    }

    /** Whether an expression that starts after the words that a rule asks for is the better reading. */
    private boolean isBetterInside(Match match, int at) {
        int begin = match.parts().get(0).begin();
        if (begin == at) return false;
        Match inside = matcher.best(TOP, begin);
        return inside != null && inside.beats(match);
    }
}
