package dev.newsmill.enrich.dates;

import dev.newsmill.message.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the temporal expressions of one text. */
final class TimexFinder {
    private static final String TOP = "timex";
    private static final int DATELINE = 40;

    private final String text;
    private final Language language;
    private final @Nullable Anchor given;
    private final List<Token> tokens;
    private final Atoms atoms;
    private final Matcher matcher;

    TimexFinder(String text, Language language, @Nullable Anchor anchor) {
        this.text = text;
        this.language = language;
        this.given = anchor;
        this.tokens = Tokenizer.tokens(text);
        this.atoms = new Atoms(tokens, language.lexicon(), language.numerals());
        this.matcher = new Matcher(language.grammar(), tokens, atoms);
    }

    List<Timex> find() {
        return resolve(part -> new Tense(tokens, language, language.direction(), part));
    }

    /** The same with another judge of direction. */
    List<Timex> resolve(Function<Match.Part, Direction> direction) {
        List<Match.Part> parts = candidates();
        Anchor anchor = given != null ? given : dateline(parts);
        Resolver resolver = new Resolver(anchor);
        List<Timex> found = new ArrayList<>();
        for (Match.Part part : parts) {
            if (!language.filter().keeps(tokens, part)) continue;
            Direction way = direction.apply(part);
            Value value = part.follows()
                    ? resolver.resolveEnd(part.meaning(), way, part.begin())
                    : resolver.resolve(part.meaning(), way, part.begin());
            if (value != null) found.add(timex(part, value, anchor));
        }
        return found;
    }

    /** A full date among the first words stands in for an unknown date of publication. */
    private static @Nullable Anchor dateline(List<Match.Part> parts) {
        for (Match.Part part : parts) {
            if (part.begin() > DATELINE) return null;
            Meaning m = part.meaning();
            if (!m.has(Field.Y) || !m.has(Field.M) || !m.has(Field.D)) continue;
            Period day = Period.day(m.get(Field.Y), m.get(Field.M), m.get(Field.D));
            if (day != null) return Anchor.of(day.start());
        }
        return null;
    }

    /** All phrases that look like a time, in the order of the text. */
    List<Match.Part> candidates() {
        List<Match.Part> parts = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) at = Math.max(at + 1, candidatesAt(at, parts));
        return parts;
    }

    List<Token> tokens() {
        return tokens;
    }

    private int candidatesAt(int at, List<Match.Part> parts) {
        if (!mayStart(at)) return at + 1;
        matcher.forget();
        Match match = matcher.best(TOP, at);
        if (match == null || isBetterInside(match, at)) return at + 1;
        parts.addAll(match.parts());
        return match.parts().get(match.parts().size() - 1).end();
    }

    /** Whether an expression that starts after the words that a rule asks for reaches further than the rule does. */
    private boolean isBetterInside(Match match, int at) {
        int begin = match.parts().get(0).begin();
        if (begin == at) return false;
        Match inside = matcher.best(TOP, begin);
        return inside != null && inside.end() > match.end();
    }

    private boolean mayStart(int at) {
        if (language.grammar().startsWithWord(tokens.get(at).lower())) return true;
        for (Atom atom : atoms.at(at)) if (language.grammar().startsWithAtom(atom.type())) return true;
        return false;
    }

    private Timex timex(Match.Part part, Value value, @Nullable Anchor anchor) {
        int begin = tokens.get(part.begin()).begin();
        int end = tokens.get(part.end() - 1).end();
        String anchored = value.anchored() && anchor != null ? anchor.toString() : null;
        return new Timex(
                value.type(),
                begin,
                end,
                text.substring(begin, end),
                value.value(),
                value.mod(),
                anchored,
                value.from(),
                value.to());
    }
}
