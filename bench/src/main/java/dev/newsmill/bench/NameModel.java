package dev.newsmill.bench;

import dev.newsmill.enrich.names.Labels;
import dev.newsmill.enrich.names.Weights;
import dev.newsmill.enrich.names.WordClusters;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The bytes of a model of names: clusters, and weights for one or two passes. */
final class NameModel {
    private final byte[] clusters;
    private final int smallest;

    /** @param smallest a row without a weight of at least this size is left out */
    private NameModel(byte[] clusters, int smallest) {
        this.clusters = clusters;
        this.smallest = smallest;
    }

    /** Starts a model with the clusters of another model, or with those of a text file. */
    static NameModel withClustersOf(Path file, int smallest) throws IOException {
        return file.toString().endsWith(".model") ? another(file, smallest) : withClusters(file, smallest);
    }

    private static NameModel another(Path model, int smallest) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(model))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
            WordClusters.read(bytes);
            return new NameModel(Arrays.copyOf(bytes.array(), bytes.position()), smallest);
        }
    }

    /** The clusters of a file: a word and its clusters a line, apart by tabs. */
    private static NameModel withClusters(Path file, int smallest) throws IOException {
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
        return new NameModel(bytes.toByteArray(), smallest);
    }

    WordClusters clusters() {
        return WordClusters.read(ByteBuffer.wrap(clusters));
    }

    /** Weights of a pass, as bytes. */
    byte[] pass(Crf crf, FeatureRows rows) throws IOException {
        TreeMap<Long, byte[]> table = new TreeMap<>();
        rows.forEach((feature, row) -> {
            byte[] weights = new byte[Labels.COUNT];
            int most = 0;
            for (int label = 0; label < Labels.COUNT; label++) {
                int weight = Math.round(crf.weight(row, label) / Weights.UNIT);
                weights[label] = (byte) Math.max(-127, Math.min(127, weight));
                most = Math.max(most, Math.abs(weight));
            }
            if (most >= smallest) table.put(Weights.key(feature), weights);
        });
        int[] transitions = new int[Labels.COUNT * Labels.COUNT];
        for (int k = 0; k < transitions.length; k++) {
            transitions[k] = Math.round(crf.transition(k / Labels.COUNT, k % Labels.COUNT) / Weights.UNIT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Weights.write(table, transitions, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** A model of one pass. */
    byte[] pack(byte[] first) throws IOException {
        return pack(0, first);
    }

    /** A model of two passes. */
    byte[] pack(byte[] first, float trust, byte[] second) throws IOException {
        return pack(trust, first, second);
    }

    private byte[] pack(float trust, byte[]... passes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
            out.write(clusters);
            out.writeFloat(trust);
            for (byte[] pass : passes) out.write(pass);
        }
        return bytes.toByteArray();
    }
}
