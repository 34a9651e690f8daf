package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fits the rules to a text's tokens. Remembers what it found, so the work grows with the text and no faster. */
final class Matcher {
    private final Grammar grammar;
    private final List<Token> tokens;
    private final Atoms atoms;
    private final Map<Long, List<Match>> memory = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The steps taken so far, last one first. */
    private record Path(
            @Nullable Path before,
            Element element,
            @Nullable Meaning meaning,
            int at) {}

    Matcher(Grammar grammar, List<Token> tokens, Atoms atoms) {
        this.grammar = grammar;
        this.tokens = tokens;
        this.atoms = atoms;
        for (String name : grammar.names()) numbers.put(name, numbers.size());
    }

    /** The best reading of the rule at the token; null where none fits. */
    @Nullable
    Match best(String name, int begin) {
        Match best = null;
        for (Match match : all(name, begin)) if (best == null || match.beats(best)) best = match;
        return best;
    }

    private List<Match> all(String name, int begin) {
        Integer number = numbers.get(name);
        if (number == null) throw new IllegalArgumentException("no rule " + name);
        Grammar.Root root = grammar.root(name);
        if (begin >= tokens.size() || !root.mayStart(tokens.get(begin), atoms.at(begin))) return List.of();
        long key = (long) begin * numbers.size() + number;
        List<Match> known = memory.get(key);
        if (known != null) return known;
        List<Match> found = new ArrayList<>(2);
        walk(root.node, begin, begin, null, found);
        memory.put(key, found);
        return found;
    }

    /** Forgets what lies before the text's current place. */
    void forget() {
        memory.clear();
    }

    private void walk(Grammar.Node node, int begin, int at, @Nullable Path path, List<Match> found) {
        Rule rule = node.rule;
        if (rule != null) accept(rule, begin, at, path, found);
        for (Map.Entry<Element, Grammar.Node> step : node.others.entrySet()) {
            if (step.getKey().kind() == Element.Kind.END) {
                walk(step.getValue(), begin, at, new Path(path, step.getKey(), null, at), found);
            }
        }
        if (at >= tokens.size() || (at > begin && tokens.get(at).paragraph())) return;
        Grammar.Node literal = node.literals.get(tokens.get(at).lower());
        if (literal != null) walk(literal, begin, at + 1, path, found);
        for (Map.Entry<Element, Grammar.Node> step : node.others.entrySet()) {
            step(step.getKey(), step.getValue(), begin, at, path, found);
        }
    }

    private void step(Element element, Grammar.Node next, int begin, int at, @Nullable Path path, List<Match> found) {
        switch (element.kind()) {
            case BEGIN -> walk(next, begin, at, new Path(path, element, null, at), found);
            case GLUE -> {
                if (tokens.get(at).glued()) walk(next, begin, at, path, found);
            }
            case ATOM -> {
                for (Atom atom : atoms.at(at)) {
                    if (!atom.type().equals(element.text())) continue;
                    Meaning meaning = role(atom.meaning(), element.field());
                    if (meaning != null) walk(next, begin, atom.end(), new Path(path, element, meaning, at), found);
                }
            }
            case RULE -> {
                for (Match match : all(element.text(), at)) {
                    walk(next, begin, match.end(), new Path(path, element, match.meaning(), at), found);
                }
            }
            default -> {}
        }
    }

    private static @Nullable Meaning role(Meaning meaning, @Nullable Field field) {
        if (field == null) return meaning;
        Field source = source(meaning, field);
        if (!meaning.has(source)) return null;
        boolean amount = field == Field.N || field == Field.N2;
        if (source == Field.N && !amount && meaning.get(source) % 1000 != 0) return null;
        long value = source == Field.N && !amount ? meaning.get(source) / 1000 : meaning.get(source);
        return field.holds(value) ? new Meaning().set(field, value) : null;
    }

    /** Where the number stands that is to fill the field. */
    private static Field source(Meaning meaning, Field field) {
        if (field == Field.U2) return Field.U;
        if (meaning.has(field)) return field;
        return meaning.has(Field.N) ? Field.N : Field.Y;
    }

    private static void accept(Rule rule, int begin, int end, @Nullable Path path, List<Match> found) {
        for (int i = 0; i < found.size(); i++) {
            Match other = found.get(i);
            if (other.end() != end) continue;
            if (rule.order() < other.rule().order()) found.set(i, new Match(rule, end, parts(rule, begin, end, path)));
            return;
        }
        found.add(new Match(rule, end, parts(rule, begin, end, path)));
    }

    private static List<Match.Part> parts(Rule rule, int begin, int end, @Nullable Path path) {
        List<Path> steps = new ArrayList<>();
        for (Path step = path; step != null; step = step.before()) steps.add(0, step);
        List<Match.Part> parts = new ArrayList<>(1);
        Meaning meaning = rule.adds().copy();
        Meaning shared = meaning;
        int from = begin;
        for (Path step : steps) {
            if (step.element().kind() == Element.Kind.BEGIN) {
                from = step.at();
                meaning = rule.adds().copy();
            } else if (step.element().kind() == Element.Kind.END) {
                parts.add(new Match.Part(from, step.at(), meaning, !parts.isEmpty()));
                meaning = new Meaning();
            } else if (step.meaning() != null) {
                addTo(meaning, step.meaning(), rule);
            }
        }
        if (parts.isEmpty()) parts.add(new Match.Part(begin, end, shared, false));
        return parts.size() == 1 ? parts : Shared.spread(parts);
    }

    private static void addTo(Meaning meaning, Meaning step, Rule rule) {
        meaning.merge(step);
        meaning.merge(rule.adds());
    }
}
