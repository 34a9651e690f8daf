package dev.newsmill.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context, level 1: {@code 00-<trace id>-<span id>-01}. */
final class TraceParent {
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    private TraceParent() {}

    static String random(RandomGenerator random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        bytes[0] |= 1;
        bytes[16] |= 1;
        return "00-" + HEX.formatHex(bytes, 0, 16) + "-" + HEX.formatHex(bytes, 16, 24) + "-01";
    }

    /** {@code parent} if it is valid; else a trace that begins here and depends on nothing but {@code seed}. */
    static String orBegun(@Nullable String parent, String seed) {
        return parent != null && VALID.matcher(parent).matches() ? parent : next(null, seed);
    }

    /** The span of the event that follows: same trace, a span id that depends on nothing but the arguments. */
    static String next(@Nullable String parent, String event) {
        byte[] digest = sha256((parent == null ? "" : parent) + event);
        digest[0] |= 1;
        digest[16] |= 1;
        String trace = parent != null && VALID.matcher(parent).matches()
                ? parent.substring(3, 35)
                : HEX.formatHex(digest, 0, 16);
        return "00-" + trace + "-" + HEX.formatHex(digest, 16, 24) + "-01";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
