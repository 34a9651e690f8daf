package dev.newsmill.bench;

import dev.newsmill.enrich.names.Labels;
import dev.newsmill.enrich.names.Tagger;
import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How well a tagger finds the names of a corpus: a name is right if begin, end and type are. */
record NameScore(int right, int found, int gold, int right3, int found3, int gold3, double tokensPerSecond) {

    static NameScore of(Tagger tagger, List<Gold> texts) {
        int[] n = new int[6];
        long tokenCount = 0;
        long start = System.nanoTime();
        for (Gold text : texts) {
            Tokens tokens = Tokenizer.tokenize(text.text());
            tokenCount += tokens.size();
            Set<Gold.Name> found = new HashSet<>();
            for (Tagger.Span span : tagger.tag(tokens)) {
                found.add(new Gold.Name(
                        tokens.begin(span.first()), tokens.end(span.last()), four(Labels.CLASSES.get(span.type()))));
            }
            for (Gold.Name name : text.names()) {
                boolean right = found.contains(new Gold.Name(name.begin(), name.end(), four(name.type())));
                count(n, name.type(), 2, true);
                count(n, name.type(), 0, right);
            }
            for (Gold.Name name : found) count(n, name.type(), 1, true);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new NameScore(n[0], n[1], n[2], n[3], n[4], n[5], tokenCount / seconds);
    }

    private static void count(int[] n, String type, int which, boolean yes) {
        if (!yes) return;
        n[which]++;
        if (!four(type).equals("MISC")) n[which + 3]++;
    }

    private static String four(String type) {
        return type.equals("NORP") ? "MISC" : type;
    }

    void print(String name) {
        System.out.printf(
                "  %-24s F1 %.2f / %.2f   P %.2f R %.2f   %,.0f tokens/s%n",
                name,
                f1(right, found, gold),
                f1(right3, found3, gold3),
                100.0 * right / Math.max(1, found),
                100.0 * right / Math.max(1, gold),
                tokensPerSecond);
    }

    private static double f1(int right, int found, int gold) {
        return found + gold == 0 ? 0 : 200.0 * right / (found + gold);
    }
}
