package dev.newsmill.enrich.dates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsmill.message.Timex;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains the two small models of the dates from annotated texts, lines {@code {"id","dct","text","timexes":[{start,end,
 * value}]}}. {@code TimexTrainer OUT FILE…} writes {@code OUT/direction.txt} and {@code OUT/filter.txt}, trained on
 * all, and {@code OUT/FILE.out}: what models trained on the other folds find in each text.
 */
final class TimexTrainer {
    private static final int FOLDS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Language language = Language.read("en");
    private final List<Example> directions = new ArrayList<>();
    private final List<Example> filters = new ArrayList<>();

    /** What the weights start from and are pulled to: the files hold few dates to come. */
    private static final Map<String, Double> PRIOR = Map.of(
            "left:W",
            3.5,
            "right:W",
            0.5,
            "alone:W",
            3.0,
            "left:P",
            -1.0,
            "left:F",
            0.5,
            "left:FI",
            2.5,
            "before:as",
            2.5,
            "P2P:in",
            -3.0,
            "P2P:on",
            -3.0);

    private record Example(int fold, List<String> features, boolean yes) {}

    private record Gold(int start, int end, String value) {}

    private record Row(
            Path file, String id, String text, @Nullable Anchor anchor, int fold, List<Gold> golds) {}

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        TimexTrainer trainer = new TimexTrainer();
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < args.length; i++) rows.addAll(read(Path.of(args[i])));
        for (Row row : rows) trainer.learn(row);
        trainer.write(
                out.resolve("direction.txt"),
                trainer.train(trainer.directions, -1, 4, 3),
                "the choice between a past and a future date");
        trainer.write(
                out.resolve("filter.txt"),
                trainer.train(trainer.filters, -1, 2, 1),
                "whether a phrase is meant as a time");
        trainer.heldOut(out, rows);
    }

    private static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JSON.readTree(line);
            String id = row.path("id").asText();
            String text = row.path("text").asText();
            List<Gold> golds = new ArrayList<>();
            for (JsonNode gold : row.path("timexes")) golds.add(gold(gold, text));
            int fold = Math.floorMod(id.hashCode() * 31, FOLDS);
            rows.add(new Row(file, id, text, Anchor.parse(row.path("dct").asText(null)), fold, golds));
        }
        return rows;
    }

    /** The files count characters; Java counts UTF-16 units. */
    private static Gold gold(JsonNode gold, String text) {
        int start = text.offsetByCodePoints(0, gold.path("start").asInt());
        int end = text.offsetByCodePoints(0, gold.path("end").asInt());
        return new Gold(start, end, gold.path("value").asText());
    }

    private void learn(Row row) {
        Language open = language.with(language.direction(), new Filter(null));
        List<Token> all = Tokenizer.tokens(row.text());
        for (Match.Part part : new Passage(all, open).candidates()) {
            if (part.meaning().is(Field.OP, Operation.NOTHING.ordinal())) continue;
            filters.add(new Example(row.fold(), Filter.features(all, part), at(row, all, part) != null));
        }
        new TimexFinder(row.text(), open, row.anchor()).find((tokens, part) -> (unit, behind, ahead) -> {
            Gold gold = at(row, tokens, part);
            Anchor anchor = row.anchor();
            if (gold == null || anchor == null) return false;
            List<String> features =
                    new Tense(tokens, language, language.direction(), part).features(unit, behind, ahead);
            String back = Period.of(unit, anchor.day().minusDays(behind)).value();
            String forth = Period.of(unit, anchor.day().plusDays(ahead)).value();
            boolean yes = gold.value().startsWith(forth);
            if (yes || gold.value().startsWith(back)) directions.add(new Example(row.fold(), features, yes));
            return yes;
        });
    }

    private static @Nullable Gold at(Row row, List<Token> tokens, Match.Part part) {
        int begin = tokens.get(part.begin()).begin();
        int end = tokens.get(part.end() - 1).end();
        for (Gold gold : row.golds()) if (begin < gold.end() && gold.start() < end) return gold;
        return null;
    }

    private void heldOut(Path out, List<Row> rows) throws IOException {
        Map<Path, PrintStream> outs = new HashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            LinearModel direction = new LinearModel(train(directions, fold, 4, 3));
            Language trained = language.with(direction, new Filter(new LinearModel(train(filters, fold, 2, 1))));
            for (Row row : rows) {
                if (row.fold() != fold) continue;
                PrintStream to = outs.get(row.file());
                if (to == null) {
                    to = new PrintStream(
                            out.resolve(row.file().getFileName() + ".out").toFile(), StandardCharsets.UTF_8);
                    outs.put(row.file(), to);
                }
                List<Timex> found = new TimexFinder(row.text(), trained, row.anchor()).find();
                to.println(JSON.writeValueAsString(Map.of("id", row.id(), "timexes", found)));
            }
        }
        outs.values().forEach(PrintStream::close);
    }

    /** Logistic regression by full-batch AdaGrad; leaves out a fold and features seen too seldom. */
    private Map<String, Double> train(List<Example> all, int without, int least, double decay) {
        List<Example> examples = all.stream().filter(e -> e.fold() != without).toList();
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : examples)
            for (String feature : example.features()) counts.merge(feature, 1, Integer::sum);
        Map<String, double[]> weights = new HashMap<>();
        counts.forEach((feature, count) -> {
            if (count >= least)
                weights.put(
                        feature,
                        new double[] {PRIOR.getOrDefault(feature, 0.0), 0, 0, PRIOR.getOrDefault(feature, 0.0)});
        });
        PRIOR.forEach((feature, weight) -> weights.putIfAbsent(feature, new double[] {weight, 0, 0, weight}));
        for (int epoch = 0; epoch < 300; epoch++) step(examples, weights, decay);
        Map<String, Double> result = new TreeMap<>();
        weights.forEach((feature, w) -> {
            if (Math.abs(w[0]) >= 0.02) result.put(feature, Math.round(w[0] * 1000) / 1000.0);
        });
        return result;
    }

    private static void step(List<Example> examples, Map<String, double[]> weights, double decay) {
        for (Example example : examples) {
            double sum = 0;
            for (String feature : example.features()) sum += weights.getOrDefault(feature, new double[4])[0];
            double error = (example.yes() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
            for (String feature : example.features()) {
                double[] w = weights.get(feature);
                if (w != null) w[1] += error;
            }
        }
        for (double[] w : weights.values()) {
            double gradient = w[1] - (w[3] == 0 ? decay : 10) * (w[0] - w[3]);
            w[2] += gradient * gradient;
            if (w[2] > 0) w[0] += 0.3 * gradient / Math.sqrt(w[2]);
            w[1] = 0;
        }
    }

    private void write(Path file, Map<String, Double> weights, String what) throws IOException {
        StringBuilder text = new StringBuilder("# Weights of " + what + "; trained by TimexTrainer.\n");
        weights.forEach((feature, weight) ->
                text.append(feature).append('\t').append(weight).append('\n'));
        Files.writeString(file, text);
        System.err.println(file + ": " + weights.size() + " weights");
    }
}
