package dev.newsmill.enrich.dates;

import dev.newsmill.message.Timex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the temporal expressions of one text. */
final class TimexFinder {
    private static final int DATELINE = 40;

    private final String text;
    private final Language language;
    private final List<Timex> found = new ArrayList<>();
    private @Nullable Anchor anchor;

    /** Judges the direction of an expression in its passage. */
    interface Judge {
        Direction of(List<Token> tokens, Match.Part part);
    }

    TimexFinder(String text, Language language, @Nullable Anchor anchor) {
        this.text = text;
        this.language = language;
        this.anchor = anchor;
    }

    List<Timex> find() {
        return find((tokens, part) -> new Tense(tokens, language, language.direction(), part));
    }

    /** The same with another judge of direction. */
    List<Timex> find(Judge judge) {
        Tokenizer tokenizer = new Tokenizer(text);
        Reference reference = new Reference();
        for (List<Token> tokens = tokenizer.passage(); !tokens.isEmpty(); tokens = tokenizer.passage()) {
            List<Match.Part> parts = new Passage(tokens, language).candidates();
            if (anchor == null) anchor = dateline(tokens, parts);
            resolve(tokens, parts, new Resolver(anchor, reference), judge);
        }
        return found;
    }

    private void resolve(List<Token> tokens, List<Match.Part> parts, Resolver resolver, Judge judge) {
        for (int i = 0; i < parts.size(); i++) {
            Match.Part part = parts.get(i);
            if (!language.filter().keeps(tokens, part)) continue;
            Match.Part next = i + 1 < parts.size() && parts.get(i + 1).follows() ? parts.get(i + 1) : null;
            Value value = resolve(part, next, resolver, judge.of(tokens, part));
            if (value != null) found.add(timex(tokens, part, value));
        }
    }

    private static @Nullable Value resolve(
            Match.Part part, Match.@Nullable Part next, Resolver resolver, Direction direction) {
        if (part.follows()) return resolver.resolveEnd(part.meaning(), direction, part.begin());
        if (next == null) return resolver.resolve(part.meaning(), direction, part.begin());
        return resolver.resolveBegin(part.meaning(), next.meaning(), direction, part.begin());
    }

    /** A full date on a line of its own among the first words stands in for an unknown date of publication. */
    private static @Nullable Anchor dateline(List<Token> tokens, List<Match.Part> parts) {
        for (Match.Part part : parts) {
            if (part.begin() > DATELINE) return null;
            Meaning m = part.meaning();
            if (!m.has(Field.Y) || !m.has(Field.M) || !m.has(Field.D) || !isAlone(tokens, part)) continue;
            Period day = Period.day(m.get(Field.Y), m.get(Field.M), m.get(Field.D));
            if (day != null) return Anchor.of(day.start());
        }
        return null;
    }

    private static boolean isAlone(List<Token> tokens, Match.Part part) {
        boolean begins = part.begin() == 0 || tokens.get(part.begin()).paragraph();
        return begins && (part.end() == tokens.size() || tokens.get(part.end()).paragraph());
    }

    private Timex timex(List<Token> tokens, Match.Part part, Value value) {
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
