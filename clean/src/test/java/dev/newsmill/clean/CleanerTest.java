package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanerTest {
    private static final String STORY = """
            <html lang="en"><head><title>Ferry returns to the lake - Lakeside Post</title>
            <meta property="og:site_name" content="Lakeside Post"><link rel="canonical" href="https://lakeside.example/ferry">
            </head><body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
            <article><h1>Ferry returns to the lake</h1><p class="byline">By <a rel="author" href="/staff/ida">Ida Holm</a></p>
            <time datetime="2024-05-03T08:15:00+02:00">3 May</time>
            <div class="text"><p>The ferry crossed the lake again on Friday, after two winters in the yard, and the whole town came to the pier.</p>
            <p>It carried <a href="/school">the school's brass band</a>, forty bicycles and a goat, the harbour master said, laughing.</p>
            <h2>A long repair</h2><p>The hull had to be replaced plate by plate, which took longer than the council had planned for.</p></div>
            </article><footer><p>Copyright Lakeside Post, all rights reserved, and do not copy any of this, please.</p></footer></body></html>
            """;

    private final Cleaner cleaner = new Cleaner();

    @Test
    void keepsTheBodyAndNothingElse() {
        assertThat(clean(STORY).text())
                .startsWith("The ferry crossed the lake")
                .contains("A long repair")
                .endsWith("had planned for.")
                .doesNotContain("Ida Holm", "Copyright", "Home", "Ferry returns");
    }

    @Test
    void readsTheMetadata() {
        Article article = clean(STORY);
        assertThat(article.headline()).isEqualTo("Ferry returns to the lake");
        assertThat(article.authors()).extracting("name").containsExactly("Ida Holm");
        assertThat(article.datePublished()).isEqualTo("2024-05-03T08:15:00+02:00");
        assertThat(article.canonicalUrl()).isEqualTo("https://lakeside.example/ferry");
    }

    @Test
    void readsOnAfterACharacterThatIsNone() {
        assertThat(clean(STORY.replace("<p>It carried", "<p>\uFFFF It carried")).text())
                .endsWith("had planned for.");
    }

    @Test
    void namesWhatItDroppedAPageFor() {
        assertThat(cleaner.clean(page("<html><body>Hi</body></html>"))).isInstanceOf(Outcome.Drop.class);
    }

    private Article clean(String html) {
        return ((Outcome.Emit<Article>) cleaner.clean(page(html))).value();
    }

    private static Page page(String html) {
        return Page.of(
                "https://lakeside.example/ferry?utm_source=x",
                html.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/html"));
    }
}
