package dev.newsmill.enrich.similar;

import java.util.HexFormat;

/** Compares the near-duplicate signatures of two texts. */
public final class Similarity {
    /** Two texts as like as this are the same report: a copy, or one with a few sentences changed. */
    public static final double SAME_REPORT = 0.5;

    private static final double BY_CHANCE = 1.0 / 256;

    private Similarity() {}

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
        double share = (double) equal / (a.length - 1);
        return Math.max(0, (share - BY_CHANCE) / (1 - BY_CHANCE));
    }

    private static byte[] bytes(String signature) {
        if (signature.length() != 2 * (Signature.HASHES + 1)) {
            throw new IllegalArgumentException("no signature: '" + signature + "'");
        }
        return HexFormat.of().parseHex(signature);
    }
}
