package dev.newsmill.bench;

import dev.newsmill.enrich.names.Tagger;
import dev.newsmill.enrich.names.WordClusters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the model of names: {@code TrainNames DATA CLUSTERS MODEL TRAIN,… TEST,…}. DATA is a folder of files
 * {@code ner.NAME.jsonl}; CLUSTERS has a word and its clusters a line, apart by tabs, or is an earlier model; MODEL is written.
 *
 * <p>The second pass learns from texts as a first pass sees them that has not learnt from these texts: the corpus is
 * cut into folds for that. The first pass that is kept is the mean of several seeds; the second one learns on a single
 * one, for it has to learn when to doubt. It learns with less trust in the first pass than it is given in the end, where
 * the first pass is better.
 */
public final class TrainNames {
    private static final int FOLDS = Integer.getInteger("folds", 4);
    private static final int LEAST = Integer.getInteger("least", 2);
    private static final int SEEDS = Integer.getInteger("seeds", 3);

    private final Path data;
    private final NameModel model;
    private final WordClusters clusters;
    private final NameExamples first = new NameExamples();
    private final Crf.Options firstOptions = new Crf.Options(
            Integer.getInteger("epochs", 6), number("rate", 0.1f), number("l2", 1e-5f), number("dropout", 0.45f), 1);
    private final Crf.Options secondOptions = new Crf.Options(2, 0.03f, 1e-4f, 0.1f, 1);
    private final float trust = number("trust", 0.2f);
    private final float kept = number("kept", 0.3f);
    private int rows;

    private TrainNames(Path data, NameModel model) {
        this.data = data;
        this.model = model;
        clusters = model.clusters();
    }

    private static float number(String name, float otherwise) {
        return Float.parseFloat(System.getProperty(name, Float.toString(otherwise)));
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 5)
            throw new IllegalArgumentException("usage: TrainNames DATA CLUSTERS MODEL TRAIN,… TEST,…");
        NameModel model = NameModel.withClustersOf(Path.of(args[1]), Integer.getInteger("smallest", 4));
        TrainNames trainer = new TrainNames(Path.of(args[0]), model);
        byte[] trained = trainer.train(args[3].split(","), args[4].split(","));
        Files.write(Path.of(args[2]), trained);
        System.out.printf("%s: %,d bytes%n", args[2], trained.length);
    }

    private byte[] train(String[] corpora, String[] tests) throws IOException {
        List<Gold> texts = NameCorpus.read(data, corpora);
        List<Gold> all = new ArrayList<>(texts);
        all.addAll(Credits.of(texts, 8));
        rows = first.countFirst(all, clusters, LEAST);
        System.out.printf("%,d texts, %,d features%n", texts.size(), rows);
        List<List<Crf.Example>> examples = new ArrayList<>();
        for (Gold text : all) examples.add(first.first(text, clusters));
        Crf whole = firstPass(examples, -1, 1);
        byte[] secondPass = secondPass(texts, examples.subList(0, texts.size()), whole);
        for (int seed = 2; seed <= SEEDS; seed++) whole.meanWith(firstPass(examples, -1, seed), seed);
        byte[] firstPass = model.pass(whole, first.rows());
        score("first pass", model.pack(firstPass), tests);
        byte[] packed = model.pack(firstPass, kept, secondPass);
        score("second pass", packed, tests);
        return packed;
    }

    private Crf firstPass(List<List<Crf.Example>> examples, int without, int seed) {
        List<Crf.Example> chosen = new ArrayList<>();
        for (int k = 0; k < examples.size(); k++) if (k % FOLDS != without) chosen.addAll(examples.get(k));
        Crf crf = new Crf(rows, firstOptions.withSeed(seed));
        crf.train(chosen);
        return crf;
    }

    private byte[] secondPass(List<Gold> texts, List<List<Crf.Example>> examples, Crf whole) throws IOException {
        NameExamples second = new NameExamples();
        List<Tagger> taggers = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            byte[] pass = model.pass(firstPass(examples, fold, 1), first.rows());
            taggers.add(read(model.pack(pass)));
        }
        for (int k = 0; k < texts.size(); k++) second.countSecond(texts.get(k), taggers.get(k % FOLDS));
        int size = second.rows().number(3);
        List<Crf.Example> chosen = new ArrayList<>();
        for (int k = 0; k < texts.size(); k++)
            chosen.addAll(second.second(texts.get(k), taggers.get(k % FOLDS), trust));
        Crf crf = new Crf(size, secondOptions);
        crf.startFrom(whole);
        crf.train(chosen);
        return model.pass(crf, second.rows());
    }

    private static Tagger read(byte[] packed) throws IOException {
        return Tagger.read(new ByteArrayInputStream(packed));
    }

    private void score(String what, byte[] packed, String[] tests) throws IOException {
        System.out.println(what);
        Tagger tagger = read(packed);
        for (String test : tests)
            NameScore.of(tagger, Gold.read(data.resolve("ner." + test + ".jsonl")))
                    .print(test);
    }
}
