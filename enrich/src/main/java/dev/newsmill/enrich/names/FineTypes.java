package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Chars;
import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tells the type of a name from its class and its words: which LOC is a GPE or a FAC, which MISC an EVENT or a WORK. */
final class FineTypes {
    private final Places places;
    private final Map<String, Set<String>> words = new HashMap<>();

    FineTypes(Places places) {
        this.places = places;
        for (String line : WordList.lines(FineTypes.class, "type-words.txt")) {
            String[] parts = line.split(";");
            words.put(parts[0], Set.of(parts[1].split(" ")));
        }
    }

    String of(Tokens tokens, Tagger.Span span) {
        return switch (Labels.CLASSES.get(span.type())) {
            case "LOC" -> place(tokens, span);
            case "MISC" -> other(tokens, span);
            default -> Labels.CLASSES.get(span.type());
        };
    }

    private String place(Tokens tokens, Tagger.Span span) {
        if (!places.places(tokens.words(span.first(), span.last())).isEmpty()) return "GPE";
        String last = tokens.word(span.last());
        if (span.last() > span.first() && isA("FAC", last)) return "FAC";
        if (isA("LOC", last) || isA("LOC", tokens.word(span.first())) && !isCity(tokens, span)) return "LOC";
        return "GPE";
    }

    /** "South …" and "East …" are mostly parts of the world; with a second word that is none, as in East London, towns. */
    private boolean isCity(Tokens tokens, Tagger.Span span) {
        return span.last() > span.first()
                && !tokens.word(span.first()).equals("Mount")
                && !tokens.word(span.first()).equals("Lake");
    }

    private String other(Tokens tokens, Tagger.Span span) {
        if (!places.peoples(tokens.words(span.first(), span.last())).isEmpty()) return "NORP";
        for (String type : new String[] {"EVENT", "WORK"}) {
            for (int i = span.first(); i <= span.last(); i++) if (isA(type, tokens.word(i))) return type;
        }
        if (isA("NORP", tokens.word(span.last()))) return "NORP";
        return isQuoted(tokens, span) ? "WORK" : "PRODUCT";
    }

    private static boolean isQuoted(Tokens tokens, Tagger.Span span) {
        return span.first() > 0
                && Chars.isQuotationMark(tokens.firstChar(span.first() - 1))
                && tokens.length(span.first() - 1) == 1;
    }

    private boolean isA(String type, String word) {
        return words.getOrDefault(type, Set.of()).contains(word);
    }
}
