package dev.newsmill.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A raw page as it was fetched: the bytes untouched, and what HTTP said about them. A value of topic {@code pages}.
 *
 * @param id hash of the normalised URL, see {@link PageId}
 * @param url absolute URL that the page was asked for under; files have a {@code file:} URL
 * @param body the bytes of the HTTP body, undecoded. Not copied: nobody may change it
 * @param fetchedAt when the page was fetched, or when its file was last changed
 * @param http what HTTP said: lower-case header names such as {@code content-type}, {@code last-modified}, and the
 *     pseudo headers {@code :status} and {@code :url} (the URL after redirects). Empty for a file without such facts
 */
public record Page(String id, String url, byte[] body, Instant fetchedAt, Map<String, String> http) implements Message {

    public Page {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        http = Map.copyOf(http);
    }

    /** A page with the id of its URL. */
    public static Page of(String url, byte[] body, Instant fetchedAt, Map<String, String> http) {
        return new Page(PageId.of(url), url, body, fetchedAt, http);
    }

    /** The media type with its parameters, as HTTP gave it; null where it gave none. */
    public @Nullable String contentType() {
        return http.get("content-type");
    }

    /** The URL that answered: the last one of a chain of redirects, or {@link #url()}. */
    public String finalUrl() {
        return http.getOrDefault(":url", url);
    }

    @Override
    public Map<String, Long> facts() {
        return Map.of("bytes", (long) body.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Page page
                && id.equals(page.id)
                && url.equals(page.url)
                && fetchedAt.equals(page.fetchedAt)
                && http.equals(page.http)
                && Arrays.equals(body, page.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, url, fetchedAt, http, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return "Page[" + url + ", " + body.length + " bytes, " + fetchedAt + "]";
    }
}
