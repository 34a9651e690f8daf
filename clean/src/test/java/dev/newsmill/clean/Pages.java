package dev.newsmill.clean;

import dev.newsmill.message.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Small pages for tests, read as far as a test needs. */
final class Pages {
    private static final ClassWords WORDS = ClassWords.load();
    private static final PhraseBook PHRASES = PhraseBook.load();

    private Pages() {}

    static Outline outline(String html) {
        Page page = page("https://www.lakesidepost.example/", html);
        byte[] body = page.body();
        Decoded decoded = new Decoded(body, 0, body.length, StandardCharsets.UTF_8, "content");
        return OutlineReader.read(Cleaner.parse(page, decoded), WORDS);
    }

    static Facts facts(Outline outline, String url) {
        return new MetadataReader(new PersonNames(PHRASES), new DateText()).read(outline, url);
    }

    static Facts facts(String html) {
        return facts(outline(html), "https://www.lakesidepost.example/news/ferry");
    }

    static Page page(String html) {
        return page("https://www.lakesidepost.example/news/ferry", html);
    }

    private static Page page(String url, String html) {
        return Page.of(url, html.getBytes(StandardCharsets.UTF_8), Instant.EPOCH, Map.of("content-type", "text/html"));
    }
}
