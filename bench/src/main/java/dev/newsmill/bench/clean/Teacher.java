package dev.newsmill.bench.clean;

import dev.newsmill.clean.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Trains the judge's two forests. The second learns from what first ones said of sites that they had not seen. */
final class Teacher {
    private static final Boosting.Size FIRST = new Boosting.Size(60, 6, 0.12f);
    private static final Boosting.Size SECOND = new Boosting.Size(120, 6, 0.12f);
    private static final int INNER = 4;
    private static final int INNER_SALT = 77;

    private final Map<GoldPage, GoldLabels> labels = new IdentityHashMap<>();

    /** Forests as the resources hold them. */
    record Taught(List<String> first, List<String> second) {
        Judge judge() {
            return Judge.of(first, second);
        }

        void write(Path dir) throws IOException {
            Files.createDirectories(dir);
            Files.write(dir.resolve("lines-first.txt"), first);
            Files.write(dir.resolve("lines-second.txt"), second);
        }

        static Taught read(Path dir) throws IOException {
            return new Taught(
                    Files.readAllLines(dir.resolve("lines-first.txt")),
                    Files.readAllLines(dir.resolve("lines-second.txt")));
        }
    }

    Taught teach(List<GoldPage> pages) {
        Examples second = new Examples();
        for (int k = 0; k < INNER; k++) {
            int held = k;
            Trees trees = first(pages.stream()
                    .filter(page -> page.fold(INNER, INNER_SALT) != held)
                    .toList());
            for (GoldPage page : pages)
                if (page.fold(INNER, INNER_SALT) == held)
                    second.add(page.lesson().second(opinions(page, trees)), labels(page));
        }
        return new Taught(
                first(pages).lines(), Boosting.train(SECOND, 2, second.rows()).lines());
    }

    private Trees first(List<GoldPage> pages) {
        Examples examples = new Examples();
        for (GoldPage page : pages) {
            float[][] rows = new float[page.lesson().size()][];
            for (int i = 0; i < rows.length; i++) rows[i] = page.lesson().first(i);
            examples.add(rows, labels(page));
        }
        return Boosting.train(FIRST, 1, examples.rows());
    }

    private static float[] opinions(GoldPage page, Trees first) {
        float[] opinions = new float[page.lesson().size()];
        for (int i = 0; i < opinions.length; i++) {
            float[] row = page.lesson().first(i);
            if (row != null) opinions[i] = first.probability(row);
        }
        return opinions;
    }

    private GoldLabels labels(GoldPage page) {
        return labels.computeIfAbsent(
                page, p -> new GoldLabels(p.lesson(), p.gold().get("text").asText()));
    }

    /** Lines to learn from. */
    private static final class Examples {
        private final List<float[]> numbers = new ArrayList<>();
        private final List<Float> labels = new ArrayList<>();
        private final List<Float> weights = new ArrayList<>();

        /** Lines without a row need no judge. */
        void add(float[][] rows, GoldLabels gold) {
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] == null) continue;
                numbers.add(rows[i]);
                labels.add(gold.labels[i]);
                weights.add(gold.weights[i]);
            }
        }

        Boosting.Rows rows() {
            return new Boosting.Rows(numbers.toArray(new float[0][]), array(labels), array(weights));
        }

        private static float[] array(List<Float> values) {
            float[] array = new float[values.size()];
            for (int i = 0; i < array.length; i++) array[i] = values.get(i);
            return array;
        }
    }
}
