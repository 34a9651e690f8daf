package dev.newsmill.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names pages and articles: the first 128 bits of SHA-256 over a normalised URL, in hex. Thread-safe. */
public final class PageId {
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_\\w*|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|at_(medium|campaign)|cmpid|ocid)=.*");
    private static final HexFormat HEX = HexFormat.of();

    private PageId() {}

    /** The id of {@code url}: 32 hex digits, the same for all spellings that {@link #normalise} folds together. */
    public static String of(String url) {
        return hash(normalise(url));
    }

    /**
     * Lower-case scheme and host, no default port, no fragment, no tracking parameters, no empty query; http counts as
     * https. What is no URL is returned trimmed: any string has an id.
     */
    public static String normalise(String url) {
        String trimmed = url.strip();
        try {
            URI uri = new URI(trimmed);
            return uri.getHost() == null ? withoutFragment(trimmed) : normalise(uri);
        } catch (URISyntaxException e) {
            return withoutFragment(trimmed);
        }
    }

    private static String normalise(URI uri) {
        String scheme = uri.getScheme() == null ? "https" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        int port = uri.getPort();
        boolean plainPort = port < 0 || (web && (port == 80 || port == 443));
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : query(uri.getRawQuery());
        return (web ? "https" : scheme) + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (plainPort ? "" : ":" + port)
                + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String query(String raw) {
        return Arrays.stream(raw.split("&", 200))
                .filter(p -> !p.isEmpty() && !TRACKING.matcher(p).matches())
                .collect(Collectors.joining("&"));
    }

    private static String withoutFragment(String text) {
        int hash = text.indexOf('#');
        return hash < 0 ? text : text.substring(0, hash);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
