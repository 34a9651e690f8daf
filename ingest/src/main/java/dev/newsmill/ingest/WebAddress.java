package dev.newsmill.ingest;

import java.util.Set;
import okhttp3.HttpUrl;

/** Tells URLs that may be fetched from the ones that may not, before anything is connected. */
final class WebAddress {
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private WebAddress() {}

    /** Whether {@code text} starts as http or https do. It may still be a bad URL. */
    static boolean isWeb(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /**
     * The URL, if it may be asked for.
     *
     * @param anyPort whether ports other than 80, 443, 8080 and 8443 are fine: services that are no web servers listen
     *     there
     * @throws RefusedException if it is no http or https URL, carries credentials or has another port
     */
    static HttpUrl check(String text, boolean anyPort) throws RefusedException {
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) throw RefusedException.url("not an http or https URL: " + withoutCredentials(text));
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw RefusedException.url("it carries a user name or a password");
        }
        if (!anyPort && !PORTS.contains(url.port())) {
            throw RefusedException.url("port " + url.port() + ", allowed are 80, 443, 8080, 8443");
        }
        return url;
    }

    /** The text without what stands before the {@code @} of the host, so that no password reaches a log. */
    static String withoutCredentials(String text) {
        int host = text.indexOf("//") + 2;
        int path = text.indexOf('/', host);
        int at = text.substring(0, path < 0 ? text.length() : path).lastIndexOf('@');
        return host < 2 || at < host ? text : text.substring(0, host) + text.substring(at + 1);
    }
}
