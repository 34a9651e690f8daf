package dev.newsmill.message;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares the near-duplicate signatures of two texts, see {@link EnrichedArticle#signature}: a version byte and 128
 * bytes, one of each of 128 MinHash functions over the text's word triples, in hex.
 */
public final class Similarity {
    /** Two texts as like as this are the same report: a copy, or one with a few sentences changed. */
    public static final double SAME_REPORT = 0.5;

    /** Bytes of a signature after its version. */
    public static final int HASHES = 128;

    private static final double BY_CHANCE = 1.0 / 256;
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{" + 2 * (HASHES + 1) + "}");

    private Similarity() {}

    /** Whether the text is a signature, of whatever version. */
    public static boolean isSignature(@Nullable String text) {
        return text != null && SIGNATURE.matcher(text).matches();
    }

    /**
     * About how large a share of the two texts' word triples they have in common, from 0 to 1; the error is about
     * 0.05. Signatures of different versions have 0.
     *
     * @throws IllegalArgumentException if one is no signature
     */
    public static double of(String first, String second) {
        byte[] a = bytes(first);
        byte[] b = bytes(second);
        if (a[0] != b[0]) return 0;
        int equal = 0;
        for (int k = 1; k < a.length; k++) if (a[k] == b[k]) equal++;
        double share = (double) equal / HASHES;
        return Math.max(0, (share - BY_CHANCE) / (1 - BY_CHANCE));
    }

    /**
     * The bytes of a signature, its version first.
     *
     * @throws IllegalArgumentException if it is no signature
     */
    public static byte[] bytes(String signature) {
        if (!isSignature(signature)) throw new IllegalArgumentException("no signature: '" + signature + "'");
        return HexFormat.of().parseHex(signature);
    }
}
