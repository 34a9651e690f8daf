package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the model: what is written is read again, and sums are those of single weights. */
class WeightsTest {
    private static final int L = Labels.COUNT;

    @Test
    void addsTheWeightsOfAFeatureToTheScoresOfItsToken() throws IOException {
        SortedMap<Long, byte[]> rows = new TreeMap<>();
        rows.put(Weights.key(feature(1)), row(5, -7));
        int[] scores = new int[3 * L];
        read(rows, new int[L * L]).add(new long[] {feature(1)}, 1, scores, L);
        assertThat(scores[L]).isEqualTo(5);
        assertThat(scores[L + 1]).isEqualTo(-7);
        assertThat(scores[2 * L - 1]).isZero();
        assertThat(scores[0]).isZero();
        assertThat(scores[2 * L]).isZero();
    }

    @Test
    void ignoresFeaturesThatItDoesNotHaveAndThoseBehindTheCount() throws IOException {
        SortedMap<Long, byte[]> rows = new TreeMap<>();
        rows.put(Weights.key(feature(1)), row(5, 5));
        int[] scores = new int[L];
        read(rows, new int[L * L]).add(new long[] {feature(2), feature(1)}, 1, scores, 0);
        assertThat(scores).containsOnly(0);
    }

    @Test
    void knowsAFeatureByItsKey() throws IOException {
        SortedMap<Long, byte[]> rows = new TreeMap<>();
        rows.put(Weights.key(feature(1)), row(5, 0));
        int[] scores = new int[L];
        read(rows, new int[L * L]).add(new long[] {feature(1) ^ 0xff}, 1, scores, 0);
        assertThat(scores[0]).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 1000})
    void sumsUpAsIfOneByOne(int size) throws IOException {
        Random random = new Random(size);
        SortedMap<Long, byte[]> rows = new TreeMap<>();
        for (int i = 0; i < size; i++) rows.put(Weights.key(feature(i)), random(random));
        long[] features = new long[Features.MAX];
        for (int i = 0; i < features.length; i++) features[i] = feature(random.nextInt(size * 2));
        int[] scores = new int[L];
        read(rows, new int[L * L]).add(features, features.length, scores, 0);
        assertThat(scores).isEqualTo(oneByOne(rows, features));
    }

    @Test
    void theLargestWeightsDoNotRunOver() throws IOException {
        SortedMap<Long, byte[]> rows = new TreeMap<>();
        rows.put(Weights.key(feature(1)), row(127, -127));
        long[] features = new long[Features.MAX];
        Arrays.fill(features, feature(1));
        int[] scores = new int[L];
        read(rows, new int[L * L]).add(features, features.length, scores, 0);
        assertThat(scores[0]).isEqualTo(127 * Features.MAX);
        assertThat(scores[1]).isEqualTo(-127 * Features.MAX);
    }

    @Test
    void keepsTheTransitions() throws IOException {
        int[] transitions = new Random(3).ints((long) L * L, -3000, 3000).toArray();
        Weights weights = read(new TreeMap<>(), transitions);
        for (int first = 0; first < L; first++)
            for (int second = 0; second < L; second++)
                assertThat(weights.transition(first, second)).isEqualTo(transitions[first * L + second]);
        assertThat(weights).hasToString("Weights[0 rows]");
    }

    @Test
    void clustersAreThoseThatWereWritten() throws IOException {
        List<String> words = List.of("harbour", "harbours", "hàrbour", "oslo", "x".repeat(300), "x".repeat(301));
        short[] clusters = new short[words.size() * WordClusters.LEVELS];
        for (int i = 0; i < clusters.length; i++) clusters[i] = (short) (i + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WordClusters.write(words, clusters, new DataOutputStream(out));
        WordClusters read = WordClusters.read(ByteBuffer.wrap(out.toByteArray()));
        for (int i = 0; i < words.size(); i++) {
            int place = read.find(Hash.lower(words.get(i)));
            for (int level = 0; level < WordClusters.LEVELS; level++)
                assertThat(read.cluster(place, level)).isEqualTo(i * WordClusters.LEVELS + level + 1);
        }
        assertThat(read.find(Hash.lower("bergen"))).isEqualTo(-1);
        assertThat(read.cluster(-1, 0)).isZero();
    }

    @Test
    void hashesNeverChangeSinceTheModelIsMadeOfThem() {
        assertThat(Hash.mix(1)).isEqualTo(0x9e3779b97f4a7c15L ^ (0x9e3779b97f4a7c15L >>> 29));
        assertThat(Hash.lower("")).isEqualTo(Hash.mix(0xcbf29ce484222325L));
        assertThat(Hash.lower("HARBOUR 1998"))
                .isEqualTo(Hash.lower("harbour 2021"))
                .isNotEqualTo(Hash.lower("harbour"));
        assertThat(Hash.lower("Lund’s ÅÖ")).isEqualTo(Hash.lower("lund's åö"));
    }

    private static int[] oneByOne(SortedMap<Long, byte[]> rows, long[] features) {
        int[] sums = new int[L];
        for (long feature : features) {
            byte[] row = rows.get(Weights.key(feature));
            for (int label = 0; row != null && label < L; label++) sums[label] += row[label];
        }
        return sums;
    }

    private static long feature(long number) {
        return Hash.mix(number + 1) | 1;
    }

    private static byte[] row(int first, int second) {
        byte[] row = new byte[L];
        row[0] = (byte) first;
        row[1] = (byte) second;
        return row;
    }

    private static byte[] random(Random random) {
        byte[] row = new byte[L];
        for (int i = 0; i < L; i++) row[i] = (byte) (random.nextInt(255) - 127);
        return row;
    }

    private static Weights read(SortedMap<Long, byte[]> rows, int[] transitions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Weights.write(rows, transitions, new DataOutputStream(out));
        return Weights.read(ByteBuffer.wrap(out.toByteArray()));
    }
}
