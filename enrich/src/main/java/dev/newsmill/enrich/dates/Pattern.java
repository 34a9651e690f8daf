package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;

/**
 * Unfolds a rule's pattern. {@code [a b]} may be missing, {@code (a|b)} is a choice, {@code {MONTH}} an atom,
 * {@code {DD=d}} a number that fills a field, {@code <date>} another rule, {@code +} no white space, {@code ^} and
 * {@code $} the expression's begin and end; all else is a word of the text.
 */
final class Pattern {
    private static final int MOST = 5000;

    private final List<String> parts;
    private int at;

    Pattern(String source) {
        parts = List.of(source.replaceAll("([\\[\\]()|])", " $1 ").strip().split("\\s+"));
    }

    List<List<Element>> sequences() {
        List<List<Element>> sequences = choice();
        if (at < parts.size()) throw new IllegalArgumentException("stray " + parts.get(at) + " in " + parts);
        return sequences;
    }

    private List<List<Element>> choice() {
        List<List<Element>> all = new ArrayList<>(sequence());
        while (at < parts.size() && parts.get(at).equals("|")) {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private List<List<Element>> sequence() {
        List<List<Element>> all = List.of(List.of());
        while (at < parts.size() && !isEnd(parts.get(at))) all = product(all, item());
        return all;
    }

    private static boolean isEnd(String part) {
        return part.equals("|") || part.equals(")") || part.equals("]");
    }

    private List<List<Element>> item() {
        String part = parts.get(at++);
        if (!part.equals("[") && !part.equals("(")) return List.of(elements(part));
        List<List<Element>> inner = new ArrayList<>(choice());
        at++;
        if (part.equals("[")) inner.add(List.of());
        return inner;
    }

    private List<List<Element>> product(List<List<Element>> left, List<List<Element>> right) {
        List<List<Element>> all = new ArrayList<>();
        for (List<Element> a : left) {
            for (List<Element> b : right) {
                List<Element> both = new ArrayList<>(a);
                both.addAll(b);
                all.add(both);
            }
        }
        if (all.size() > MOST) throw new IllegalArgumentException("too many readings of " + parts);
        return all;
    }

    private static List<Element> elements(String part) {
        return switch (part.charAt(0)) {
            case '{' -> List.of(atom(part.substring(1, part.length() - 1)));
            case '<' -> List.of(new Element(Element.Kind.RULE, part.substring(1, part.length() - 1), null));
            case '+' -> List.of(new Element(Element.Kind.GLUE, "", null));
            case '^' -> List.of(new Element(Element.Kind.BEGIN, "", null));
            case '$' -> List.of(new Element(Element.Kind.END, "", null));
            default -> literal(part);
        };
    }

    private static Element atom(String name) {
        int equals = name.indexOf('=');
        if (equals < 0) return new Element(Element.Kind.ATOM, name, null);
        return new Element(Element.Kind.ATOM, name.substring(0, equals), Field.named(name.substring(equals + 1)));
    }

    private static List<Element> literal(String part) {
        return Tokenizer.tokens(part).stream()
                .map(token -> new Element(Element.Kind.LITERAL, token.lower(), null))
                .toList();
    }
}
