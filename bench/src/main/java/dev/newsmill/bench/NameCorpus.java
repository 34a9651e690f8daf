package dev.newsmill.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts to learn names from, brought to one convention: nationalities are NORP in all corpora, and a place with the
 * country after a comma is two names.
 */
final class NameCorpus {
    private NameCorpus() {}

    static List<Gold> read(Path folder, String... names) throws IOException {
        List<Gold> texts = new ArrayList<>();
        for (String name : names) texts.addAll(Gold.read(folder.resolve("ner." + name + ".jsonl")));
        Set<String> nationalities = nationalities(texts);
        return texts.stream().map(text -> normal(text, nationalities)).toList();
    }

    private static Set<String> nationalities(List<Gold> texts) {
        Set<String> found = new HashSet<>();
        for (Gold text : texts) {
            for (Gold.Name name : text.names()) if (name.type().equals("NORP")) found.add(text.text(name));
        }
        return found;
    }

    private static Gold normal(Gold text, Set<String> nationalities) {
        List<Gold.Name> names = new ArrayList<>();
        for (Gold.Name name : text.names()) {
            boolean people = name.type().equals("MISC") && nationalities.contains(text.text(name));
            if (people) names.add(new Gold.Name(name.begin(), name.end(), "NORP"));
            else if (name.type().equals("LOC")) places(text, name, names);
            else names.add(name);
        }
        return new Gold(text.id(), text.text(), names);
    }

    private static void places(Gold text, Gold.Name name, List<Gold.Name> names) {
        int begin = name.begin();
        for (int i = begin; i < name.end(); i++) {
            if (text.text().charAt(i) != ',') continue;
            add(text, begin, i, names);
            begin = i + 1;
        }
        add(text, begin, name.end(), names);
    }

    private static void add(Gold text, int begin, int end, List<Gold.Name> names) {
        while (begin < end && Character.isWhitespace(text.text().charAt(begin))) begin++;
        while (begin < end && Character.isWhitespace(text.text().charAt(end - 1))) end--;
        if (begin < end) names.add(new Gold.Name(begin, end, "LOC"));
    }
}
