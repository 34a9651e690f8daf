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
    private final Map<String, Root> roots = new LinkedHashMap<>();

    /** The tree of one name, and what it may start with. */
    static final class Root {
        final Node node = new Node();
        private final Set<String> words = new HashSet<>();
        private final Set<String> atoms = new HashSet<>();

        /** Whether some rule of that name may start at the token, where these atoms start. */
        boolean mayStart(Token token, List<Atom> atomsThere) {
            if (words.contains(token.lower())) return true;
            for (Atom atom : atomsThere) if (atoms.contains(atom.type())) return true;
            return false;
        }
    }

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
        for (Root root : grammar.roots.values()) grammar.collectFirst(root, root.node);
        return grammar;
    }

    private void add(Rule rule) {
        for (List<Element> sequence : rule.sequences()) {
            check(rule, sequence);
            Node node = roots.computeIfAbsent(rule.name(), k -> new Root()).node;
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

    /** Rules stand below those that they use, so the first words of those are known by now. */
    private void collectFirst(Root root, Node node) {
        root.words.addAll(node.literals.keySet());
        node.others.forEach((element, next) -> {
            switch (element.kind()) {
                case ATOM -> root.atoms.add(element.text());
                case RULE -> {
                    root.words.addAll(root(element.text()).words);
                    root.atoms.addAll(root(element.text()).atoms);
                }
                default -> collectFirst(root, next);
            }
        });
    }

    /** Null if there is no rule of that name. */
    @Nullable
    Root find(String name) {
        return roots.get(name);
    }

    Root root(String name) {
        Root root = roots.get(name);
        if (root == null) throw new IllegalArgumentException("no rule " + name);
        return root;
    }

    List<String> names() {
        return new ArrayList<>(roots.keySet());
    }
}
