package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a language as one tree of steps per name. A rule may use only names that stand above it in the file, so
 * that matching always ends.
 */
final class Grammar {
    private final Map<String, Node> roots = new LinkedHashMap<>();
    private final Set<String> firstWords = new HashSet<>();
    private final Set<String> firstAtoms = new HashSet<>();

    /** A place in the tree: where the next step may lead, and the rule that ends here. */
    static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final Map<Element, Node> others = new LinkedHashMap<>();

        @Nullable
        Rule rule;

        private Node next(Element element) {
            return element.kind() == Element.Kind.LITERAL
                    ? literals.computeIfAbsent(element.text(), k -> new Node())
                    : others.computeIfAbsent(element, k -> new Node());
        }
    }

    static Grammar read(String resource) {
        Grammar grammar = new Grammar();
        int order = 0;
        for (String line : Lines.of(resource)) grammar.add(Rule.of(order++, line));
        for (Node root : grammar.roots.values()) grammar.collectFirst(root, new HashSet<>());
        return grammar;
    }

    private void add(Rule rule) {
        for (List<Element> sequence : rule.sequences()) {
            check(rule, sequence);
            Node node = roots.computeIfAbsent(rule.name(), k -> new Node());
            for (Element element : sequence) node = node.next(element);
            if (node.rule == null) node.rule = rule;
        }
    }

    private void check(Rule rule, List<Element> sequence) {
        if (sequence.isEmpty()) throw new IllegalArgumentException("rule may be empty: " + rule.source());
        for (Element element : sequence) {
            boolean unknown = element.kind() == Element.Kind.RULE
                    && (!roots.containsKey(element.text()) || element.text().equals(rule.name()));
            if (unknown) throw new IllegalArgumentException("not above: <" + element.text() + "> in " + rule.source());
        }
    }

    private void collectFirst(Node node, Set<String> seen) {
        firstWords.addAll(node.literals.keySet());
        node.others.forEach((element, next) -> {
            switch (element.kind()) {
                case ATOM -> firstAtoms.add(element.text());
                case RULE -> {
                    if (seen.add(element.text())) collectFirst(root(element.text()), seen);
                }
                default -> collectFirst(next, seen);
            }
        });
    }

    Node root(String name) {
        Node root = roots.get(name);
        if (root == null) throw new IllegalArgumentException("no rule " + name);
        return root;
    }

    List<String> names() {
        return new ArrayList<>(roots.keySet());
    }

    /** Whether a rule may start with the word. */
    boolean startsWithWord(String lower) {
        return firstWords.contains(lower);
    }

    /** Whether a rule may start with an atom of the class. */
    boolean startsWithAtom(String type) {
        return firstAtoms.contains(type);
    }
}
