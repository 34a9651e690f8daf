package dev.newsmill.clean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the judge of lines: {@code TrainRun GOLD-DIR OUT-DIR [FOLDS]}. With folds, sites are parted into them and each
 * page is cleaned by a judge that saw no page of its site; these predictions go to {@code OUT-DIR/held-out.jsonl}.
 */
final class TrainRun {
    private static final int FIRST_TREES = 60;
    private static final int FIRST_DEPTH = 5;
    private static final int SECOND_TREES = 120;
    private static final int SECOND_DEPTH = 5;
    private static final int INNER = 2;

    /** A gold page, read once. */
    private static final class Sample {
        final String set;
        final String id;
        final Page page;
        final int site;
        final Outline outline;
        final float[][] rows;
        final @Nullable GoldLabels gold;

        Sample(String set, String id, Page page, int site, Outline outline, float[][] rows, @Nullable GoldLabels gold) {
            this.set = set;
            this.id = id;
            this.page = page;
            this.site = site;
            this.outline = outline;
            this.rows = rows;
            this.gold = gold;
        }
    }

    private final Cleaner reader = new Cleaner(new CleanOptions(1, 10 << 20, 0, java.util.Set.of("judge")));
    private final List<Sample> samples = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        TrainRun run = new TrainRun();
        Path dir = Path.of(args[0]);
        Path out = Path.of(args[1]);
        int folds = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        for (String set : new String[] {"zyte", "fundus", "fundusev", "aed", "wcxb", "traf"}) run.read(dir, set);
        System.err.println(run.samples.size() + " pages");
        if (folds > 0) run.crossValidate(folds, out);
        else write(forests(run.samples.stream().filter(s -> s.gold != null).toList()), out);
    }

    private void read(Path dir, String set) throws IOException {
        for (String row : Files.readAllLines(dir.resolve(set + ".jsonl"))) {
            JsonNode gold = Json.shared().readTree(row);
            byte[] body;
            try (InputStream in = new GZIPInputStream(
                    Files.newInputStream(dir.resolve(set + "/" + gold.get("id").asText() + ".html.gz")))) {
                body = in.readAllBytes();
            }
            Page page = Page.of(gold.get("url").asText(), body, Instant.EPOCH, Map.of());
            Cleaner.Read read = reader.read(page);
            if (read == null) continue;
            Features features = reader.features(read);
            float[][] rows = new float[read.outline().lines().size()][];
            for (Line line : read.outline().lines()) if (!Features.hopeless(line)) rows[line.index] = features.of(line);
            String text = gold.get("gold").path("text").asText(null);
            GoldLabels labels = text == null ? null : new GoldLabels(read.outline(), text);
            samples.add(new Sample(
                    set,
                    gold.get("id").asText(),
                    page,
                    site(page.url(), gold.get("id").asText()),
                    read.outline(),
                    rows,
                    labels));
        }
    }

    static int site(String url, String id) {
        String host = Url.site(Url.host(url));
        return (host.isEmpty() ? id : host).hashCode();
    }

    static int fold(int site, int folds, int salt) {
        return Math.floorMod((site + salt) * 0x9E3779B1 >>> 7, folds);
    }

    private void crossValidate(int folds, Path out) throws IOException {
        try (PrintWriter file =
                new PrintWriter(Files.newBufferedWriter(out.resolve("held-out.jsonl"), StandardCharsets.UTF_8))) {
            for (int k = 0; k < folds; k++) {
                int held = k;
                Judge judge = judge(
                        out.resolve("fold-" + k),
                        samples.stream()
                                .filter(s -> s.gold != null && fold(s.site, folds, 0) != held)
                                .toList());
                Cleaner cleaner = new Cleaner(CleanOptions.DEFAULT, judge);
                samples.stream().filter(s -> fold(s.site, folds, 0) == held).toList().parallelStream()
                        .map(s -> prediction(cleaner, s))
                        .forEachOrdered(file::println);
                System.err.println("fold " + k);
            }
        }
    }

    private static String prediction(Cleaner cleaner, Sample sample) {
        var line = Json.shared().createObjectNode().put("set", sample.set).put("id", sample.id);
        if (cleaner.clean(sample.page) instanceof Outcome.Emit<Article> emit)
            line.put("text", emit.value().text());
        else line.put("text", "");
        return line.toString();
    }

    private static void write(List<List<String>> forests, Path out) throws IOException {
        Files.write(out.resolve("lines-first.txt"), forests.get(0));
        Files.write(out.resolve("lines-second.txt"), forests.get(1));
    }

    private Judge judge(Path keep, List<Sample> train) throws IOException {
        List<List<String>> forests = forests(train);
        write(forests, Files.createDirectories(keep));
        return new Judge(Forest.of(forests.get(0)), Forest.of(forests.get(1)));
    }

    /** The second forest learns from what first forests said of pages that they had not seen. */
    private static List<List<String>> forests(List<Sample> train) {
        List<float[]> rows = new ArrayList<>();
        List<Float> labels = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (int k = 0; k < INNER; k++) {
            int held = k;
            Forest first = Forest.of(first(
                    train.stream().filter(s -> fold(s.site, INNER, 77) != held).toList()));
            for (Sample sample : train)
                if (fold(sample.site, INNER, 77) == held) opinions(sample, first, rows, labels, weights);
        }
        List<String> second = new ForestTrainer(SECOND_TREES, SECOND_DEPTH, 2)
                .train(rows.toArray(new float[0][]), array(labels), array(weights));
        return List.of(first(train), second);
    }

    private static void opinions(
            Sample sample, Forest first, List<float[]> rows, List<Float> labels, List<Float> weights) {
        float[] p = new float[sample.rows.length];
        for (int i = 0; i < p.length; i++)
            if (sample.rows[i] != null) p[i] = Forest.probability(first.score(sample.rows[i]));
        Judge.Opinions opinions = new Judge.Opinions(sample.outline, p);
        for (Line line : sample.outline.lines()) {
            if (sample.rows[line.index] == null || sample.gold == null) continue;
            rows.add(opinions.of(line, sample.rows[line.index]));
            labels.add(sample.gold.labels[line.index]);
            weights.add(sample.gold.weights[line.index]);
        }
    }

    private static List<String> first(List<Sample> train) {
        List<float[]> rows = new ArrayList<>();
        List<Float> labels = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (Sample sample : train) {
            for (int i = 0; i < sample.rows.length; i++) {
                if (sample.rows[i] == null || sample.gold == null) continue;
                rows.add(sample.rows[i]);
                labels.add(sample.gold.labels[i]);
                weights.add(sample.gold.weights[i]);
            }
        }
        return new ForestTrainer(FIRST_TREES, FIRST_DEPTH, 1)
                .train(rows.toArray(new float[0][]), array(labels), array(weights));
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) array[i] = values.get(i);
        return array;
    }
}
