package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language that speak of time, by class. File {@code words.txt}: a line {@code @MONTH} opens a class, a
 * line {@code january | jan. = m=1} lists words and what they mean. A word with a capital letter matches only so; a
 * point at the end may be missing in the text.
 */
final class Lexicon {
    private final Node root = new Node();

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<Entry> entries = new ArrayList<>();
    }

    private record Entry(String type, boolean capital, Meaning meaning) {}

    static Lexicon read(String resource) {
        Lexicon lexicon = new Lexicon();
        String type = "";
        for (String line : Lines.of(resource)) {
            if (line.startsWith("@")) type = line.substring(1);
            else lexicon.add(type, line);
        }
        return lexicon;
    }

    private void add(String type, String line) {
        int equals = line.indexOf(" = ");
        String surfaces = equals < 0 ? line : line.substring(0, equals);
        Meaning meaning = equals < 0 ? new Meaning() : Rule.fields(line.substring(equals + 3));
        for (String surface : surfaces.split("\\|")) add(type, surface.strip(), meaning);
    }

    private void add(String type, String surface, Meaning meaning) {
        List<Token> tokens = Tokenizer.tokens(surface);
        Entry entry = new Entry(type, Character.isUpperCase(surface.charAt(0)), meaning);
        Node node = root;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && i == tokens.size() - 1 && token.is(".")) node.entries.add(entry);
            node = node.next.computeIfAbsent(token.lower(), k -> new Node());
        }
        node.entries.add(entry);
    }

    /** Gives the sink all entries that start at the token. */
    void find(List<Token> tokens, int begin, Consumer<Atom> sink) {
        boolean capital = tokens.get(begin).capital();
        Node node = root;
        for (int i = begin; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > begin && token.paragraph()) return;
            node = node.next.get(token.lower());
            if (node == null) return;
            for (Entry entry : node.entries) {
                if (capital || !entry.capital()) sink.accept(new Atom(entry.type(), i + 1, entry.meaning()));
            }
        }
    }

    /** What the single word means as a member of the class; null where it is none. */
    @Nullable
    Meaning word(String type, Token token) {
        Node node = root.next.get(token.lower());
        if (node == null) return null;
        for (Entry entry : node.entries) if (entry.type().equals(type)) return entry.meaning();
        return null;
    }

    /** Whether an entry may start with the word. */
    boolean starts(String lower) {
        return root.next.containsKey(lower);
    }
}
