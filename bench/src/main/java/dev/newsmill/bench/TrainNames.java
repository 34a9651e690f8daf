package dev.newsmill.bench;

import dev.newsmill.enrich.names.Features;
import dev.newsmill.enrich.names.Labels;
import dev.newsmill.enrich.names.Tagger;
import dev.newsmill.enrich.names.Weights;
import dev.newsmill.enrich.names.WordClusters;
import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the model of names: {@code TrainNames DATA CLUSTERS MODEL TRAIN,… TEST,…}. DATA is a folder of files
 * {@code ner.NAME.jsonl}; CLUSTERS has a word and its clusters a line, apart by tabs; MODEL is written.
 */
public final class TrainNames {
    private final Path data;
    private final Crf.Options options = new Crf.Options(
            Integer.getInteger("epochs", 12),
            Float.parseFloat(System.getProperty("rate", "0.1")),
            Float.parseFloat(System.getProperty("l2", "1e-6")),
            Float.parseFloat(System.getProperty("dropout", "0.15")),
            1);
    private final int least = Integer.getInteger("least", 2);
    private final FeatureRows rows = new FeatureRows();
    private final Set<String> nationalities = new HashSet<>();
    private byte[] clusterBytes = new byte[0];

    private TrainNames(Path data) {
        this.data = data;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 5)
            throw new IllegalArgumentException("usage: TrainNames DATA CLUSTERS MODEL TRAIN,… TEST,…");
        TrainNames trainer = new TrainNames(Path.of(args[0]));
        WordClusters clusters = trainer.clusters(Path.of(args[1]));
        Crf crf = trainer.train(args[3].split(","), clusters, args[4].split(","));
        byte[] model = trainer.model(crf);
        Files.write(Path.of(args[2]), model);
        System.out.println(args[2] + ": " + model.length + " bytes");
    }

    private WordClusters clusters(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.sort(null);
        List<String> words = new ArrayList<>();
        short[] clusters = new short[lines.size() * WordClusters.LEVELS];
        for (String line : lines) {
            String[] parts = line.split("\t");
            for (int k = 0; k < WordClusters.LEVELS; k++) {
                clusters[words.size() * WordClusters.LEVELS + k] = (short) (Short.parseShort(parts[k + 1]) + 1);
            }
            words.add(parts[0]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WordClusters.write(words, clusters, new DataOutputStream(bytes));
        clusterBytes = bytes.toByteArray();
        return WordClusters.read(new ByteArrayInputStream(clusterBytes));
    }

    private Crf train(String[] corpora, WordClusters clusters, String[] tests) throws IOException {
        List<Gold> texts = new ArrayList<>();
        for (String corpus : corpora) texts.addAll(Gold.read(data.resolve("ner." + corpus + ".jsonl")));
        learnNationalities(texts);
        for (Gold text : texts) {
            forEachToken(text, clusters, (features, count) -> {
                for (int f = 0; f < count; f++) rows.count(features[f]);
            });
        }
        int size = rows.number(least);
        System.out.println(texts.size() + " texts, " + size + " features");
        List<Crf.Example> examples = new ArrayList<>();
        for (Gold text : texts) examples.addAll(examples(text, clusters));
        Crf crf = new Crf(size, options);
        crf.train(examples, (epoch, loss) -> {
            System.out.printf("epoch %d: loss %.3f%n", epoch, loss);
            if (epoch % 3 == 0 || epoch == options.epochs()) evaluate(crf, tests);
        });
        return crf;
    }

    private void evaluate(Crf crf, String[] tests) {
        try {
            Tagger tagger = Tagger.read(new ByteArrayInputStream(model(crf)));
            for (String test : tests)
                NameScore.of(tagger, Gold.read(data.resolve("ner." + test + ".jsonl")))
                        .print(test);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void learnNationalities(List<Gold> texts) {
        for (Gold text : texts) {
            for (Gold.Name name : text.names()) if (name.type().equals("NORP")) nationalities.add(text.text(name));
        }
    }

    interface TokenVisitor {
        void visit(long[] features, int count);
    }

    private static void forEachToken(Gold text, WordClusters clusters, TokenVisitor visitor) {
        Tokens tokens = Tokenizer.tokenize(text.text());
        Features features = Features.of(tokens, clusters);
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            features.sentence(tokens.sentenceBegin(s), tokens.sentenceEnd(s));
            for (int i = tokens.sentenceBegin(s); i < tokens.sentenceEnd(s); i++) {
                int count = features.find(i);
                visitor.visit(features.found(), count);
            }
        }
    }

    private List<Crf.Example> examples(Gold text, WordClusters clusters) {
        Tokens tokens = Tokenizer.tokenize(text.text());
        byte[] labels = labels(text, tokens);
        List<int[]> all = new ArrayList<>();
        forEachToken(text, clusters, (features, count) -> all.add(known(features, count)));
        List<Crf.Example> examples = new ArrayList<>();
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int begin = tokens.sentenceBegin(s);
            int end = tokens.sentenceEnd(s);
            byte[] right = Arrays.copyOfRange(labels, begin, end);
            if (!isWhole(right)) continue;
            examples.add(new Crf.Example(all.subList(begin, end).toArray(new int[0][]), right));
        }
        return examples;
    }

    private int[] known(long[] features, int count) {
        int[] found = new int[count];
        int n = 0;
        for (int f = 0; f < count; f++) {
            int row = rows.row(features[f]);
            if (row >= 0) found[n++] = row;
        }
        return Arrays.copyOf(found, n);
    }

    /** False where a sentence break cuts a name. */
    private static boolean isWhole(byte[] labels) {
        int before = Labels.OUTSIDE;
        for (byte label : labels) {
            if (!Labels.mayFollow(before, label)) return false;
            before = label;
        }
        return Labels.mayFollow(before, Labels.OUTSIDE);
    }

    private byte[] labels(Gold text, Tokens tokens) {
        byte[] labels = new byte[tokens.size()];
        for (Gold.Name name : text.names()) {
            int type = Labels.CLASSES.indexOf(type(text, name));
            int first = tokens.tokenAt(name.begin());
            int last = tokens.tokenAt(name.end() - 1);
            if (first == last) labels[first] = (byte) Labels.unit(type);
            else {
                labels[first] = (byte) Labels.begin(type);
                for (int i = first + 1; i < last; i++) labels[i] = (byte) Labels.inside(type);
                labels[last] = (byte) Labels.last(type);
            }
        }
        return labels;
    }

    private String type(Gold text, Gold.Name name) {
        return name.type().equals("MISC") && nationalities.contains(text.text(name)) ? "NORP" : name.type();
    }

    private byte[] model(Crf crf) throws IOException {
        float most = 0;
        float[] biggest = {0};
        rows.forEach((feature, row) -> {
            for (int label = 0; label < Labels.COUNT; label++) {
                biggest[0] = Math.max(biggest[0], Math.abs(crf.weight(row, label)));
            }
        });
        most = Math.max(biggest[0], 1e-6f);
        float unit = Math.min(most, 4f) / 127;
        TreeMap<Long, byte[]> table = new TreeMap<>();
        rows.forEach((feature, row) -> {
            byte[] weights = new byte[Labels.COUNT];
            int max = 0;
            for (int label = 0; label < Labels.COUNT; label++) {
                weights[label] = (byte) Math.max(-127, Math.min(127, Math.round(crf.weight(row, label) / unit)));
                max = Math.max(max, Math.abs(weights[label]));
            }
            if (max >= Integer.getInteger("prune", 3)) table.put(Weights.key(feature), weights);
        });
        int[] transitions = new int[Labels.COUNT * Labels.COUNT];
        for (int k = 0; k < transitions.length; k++) {
            transitions[k] = Math.round(crf.transition(k / Labels.COUNT, k % Labels.COUNT) / unit);
        }
        System.out.println("largest weight " + most + ", rows " + table.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes, 1 << 16);
                DataOutputStream out = new DataOutputStream(zip)) {
            out.write(clusterBytes);
            Weights.write(table, transitions, out);
        }
        return bytes.toByteArray();
    }
}
