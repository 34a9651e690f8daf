package dev.newsmill.publish;

import dev.newsmill.message.Similarity;
import java.util.HexFormat;
import java.util.Random;

/** Near-duplicate signatures, made up for tests. */
final class Signatures {
    private Signatures() {}

    /** The signature of text {@code seed} with the first {@code changed} of its 128 hashes changed. */
    static String near(long seed, int changed) {
        byte[] bytes = new byte[Similarity.HASHES + 1];
        new Random(seed).nextBytes(bytes);
        bytes[0] = 1;
        for (int k = 1; k <= changed; k++) bytes[k] ^= 0x55;
        return HexFormat.of().formatHex(bytes);
    }
}
