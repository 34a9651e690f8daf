package dev.newsmill.message;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names pages and articles: the first 128 bits of SHA-256 over a normalised URL, in hex. Thread-safe. */
public final class PageId {
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_\\w*|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|at_(medium|campaign)|cmpid|ocid)=.*");
    private static final Pattern PORT = Pattern.compile(":(\\d{0,5})$");
    private static final String ILLEGAL = " \"<>\\^`{|}";
    private static final int MAX_HOST_CHARS = 300;
    private static final HexFormat HEX = HexFormat.of();

    private PageId() {}

    /** The id of {@code url}: 32 hex digits, the same for all spellings that {@link #normalise} folds together. */
    public static String of(String url) {
        return hash(normalise(url));
    }

    /**
     * Lower-case scheme and host, the host in ASCII (IDNA), no default port, no fragment, no tracking parameters, no
     * empty query; http counts as https. Characters that a URL may not hold are percent-encoded first, as browsers do.
     * What is no URL even so is returned trimmed: any string has an id.
     */
    public static String normalise(String url) {
        String trimmed = url.strip();
        try {
            URI uri = new URI(encoded(trimmed));
            String host = host(uri);
            return host == null ? withoutFragment(trimmed) : normalise(uri, host);
        } catch (URISyntaxException e) {
            return withoutFragment(trimmed);
        }
    }

    private static String normalise(URI uri, String host) {
        String scheme = uri.getScheme() == null ? "https" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        String port = port(uri.getRawAuthority());
        boolean plainPort = port.isEmpty() || (web && (port.equals("80") || port.equals("443")));
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : query(uri.getRawQuery());
        return (web ? "https" : scheme) + "://" + host + (plainPort ? "" : ":" + port) + path
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** The host in lower case and ASCII; null if there is none, or it is none. */
    private static @Nullable String host(URI uri) {
        if (uri.getHost() != null) return uri.getHost().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (authority == null || authority.length() > MAX_HOST_CHARS) return null;
        String name = authority.substring(authority.lastIndexOf('@') + 1);
        try {
            return IDN.toASCII(PORT.matcher(name).replaceFirst(""), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String port(String authority) {
        Matcher port = PORT.matcher(authority);
        return port.find() ? port.group(1) : "";
    }

    private static String encoded(String url) {
        StringBuilder text = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (ILLEGAL.indexOf(c) >= 0) {
                text.append('%').append(HEX.withUpperCase().toHexDigits((byte) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
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
