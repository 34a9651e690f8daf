package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;

/** The words of time and the numbers of a text, by the token where they start; each looked up once. */
final class Atoms {
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Numerals numerals;
    private final List<Atom>[] known;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists: one slot a token
    Atoms(List<Token> tokens, Lexicon lexicon, Numerals numerals) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.numerals = numerals;
        this.known = new List[tokens.size()];
    }

    List<Atom> at(int token) {
        List<Atom> atoms = known[token];
        if (atoms == null) {
            atoms = find(token);
            known[token] = atoms;
        }
        return atoms;
    }

    private List<Atom> find(int at) {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.DIGITS && !lexicon.starts(token.lower())) return List.of();
        List<Atom> found = new ArrayList<>(3);
        lexicon.find(tokens, at, found::add);
        numerals.find(tokens, at, found::add);
        return found;
    }
}
