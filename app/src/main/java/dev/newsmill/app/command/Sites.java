package dev.newsmill.app.command;

import java.net.URI;

/** Names the place that a page is from. */
final class Sites {
    private Sites() {}

    /** The host of a URL without {@code www.}, "file" for a file, the text itself where it is no URL. */
    static String host(String url) {
        try {
            URI uri = URI.create(url.strip());
            if (uri.getHost() != null) return uri.getHost().replaceFirst("^www\\.", "");
            return uri.getScheme() == null ? url : uri.getScheme();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
