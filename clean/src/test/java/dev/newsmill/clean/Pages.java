package dev.newsmill.clean;

import dev.newsmill.message.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;

/** Small pages for tests, read as far as a test needs. */
final class Pages {
    private static final ClassWords WORDS = ClassWords.load();
    private static final PhraseBook PHRASES = PhraseBook.load();

    private Pages() {}

    static Outline outline(String html) {
        return OutlineReader.read(Jsoup.parse(html, "https://www.lakesidepost.example/"), WORDS);
    }

    static Facts facts(Outline outline, String url) {
        return new MetadataReader(new PersonNames(PHRASES), new DateText()).read(outline, url);
    }

    static Facts facts(String html) {
        return facts(outline(html), "https://www.lakesidepost.example/news/ferry");
    }

    static Page page(String html) {
        return Page.of(
                "https://www.lakesidepost.example/news/ferry",
                html.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/html"));
    }
}
