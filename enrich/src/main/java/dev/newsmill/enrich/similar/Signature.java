package dev.newsmill.enrich.similar;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.Similarity;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A MinHash signature of a text's word triples: for each of 128 hash functions one byte of the smallest hash. As text
 * it is a version byte and the 128 bytes, in hex. It never changes for the same words; a new way to compute it gets a
 * new version, and signatures of different versions are not comparable.
 */
final class Signature {
    static final int VERSION = 1;
    private static final int HASHES = Similarity.HASHES;

    private static final int SHINGLE = 3;
    private static final int LEAST_SHINGLES = 5;
    private static final long[] FACTORS = factors();

    private Signature() {}

    /** The signature; null for a text of fewer than seven words. */
    static @Nullable String of(Tokens tokens) {
        long[] smallest = new long[HASHES];
        Arrays.fill(smallest, Long.MAX_VALUE);
        long[] words = new long[SHINGLE];
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!isWord(tokens, i)) continue;
            words[count % SHINGLE] = hash(tokens, i);
            if (++count >= SHINGLE) take(shingle(words, count), smallest);
        }
        return count < LEAST_SHINGLES + SHINGLE - 1 ? null : hex(smallest);
    }

    private static boolean isWord(Tokens tokens, int token) {
        return Character.isLetterOrDigit(tokens.firstChar(token))
                || Character.isLetterOrDigit(tokens.text().codePointBefore(tokens.end(token)));
    }

    private static long hash(Tokens tokens, int token) {
        long h = 0xcbf29ce484222325L;
        for (int at = tokens.begin(token); at < tokens.end(token); at++) {
            h = (h ^ Character.toLowerCase(tokens.text().charAt(at))) * 0x100000001b3L;
        }
        return mix(h);
    }

    private static long shingle(long[] words, int next) {
        long h = 0;
        for (int k = 0; k < SHINGLE; k++) h = h * 0x9e3779b97f4a7c15L + words[(next + k) % SHINGLE];
        return mix(h);
    }

    private static void take(long shingle, long[] smallest) {
        for (int k = 0; k < HASHES; k++) {
            long h = (shingle * FACTORS[k] ^ FACTORS[k]) >>> 1;
            if (h < smallest[k]) smallest[k] = h;
        }
    }

    private static String hex(long[] smallest) {
        byte[] bytes = new byte[HASHES + 1];
        bytes[0] = VERSION;
        for (int k = 0; k < HASHES; k++) bytes[k + 1] = (byte) mix(smallest[k]);
        return HexFormat.of().formatHex(bytes);
    }

    /** Odd numbers that look random; the same for ever. */
    private static long[] factors() {
        long[] factors = new long[HASHES];
        long state = 0x2545f4914f6cdd1dL;
        for (int k = 0; k < HASHES; k++) {
            state += 0x9e3779b97f4a7c15L;
            factors[k] = mix(state) | 1;
        }
        return factors;
    }

    private static long mix(long h) {
        h = (h ^ h >>> 30) * 0xbf58476d1ce4e5b9L;
        h = (h ^ h >>> 27) * 0x94d049bb133111ebL;
        return h ^ h >>> 31;
    }
}
