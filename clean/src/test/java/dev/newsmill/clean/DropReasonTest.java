package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cleaner as a whole drops a page of each kind, and tells why the same way to those who ask. */
class DropReasonTest {
    private static final String LINE = "<p>The old mill is open on Sundays, and the goat is at home.</p>";

    private final Cleaner cleaner = new Cleaner();

    static Stream<Arguments> pages() {
        String links = "<h3><a href=/a%d>Why nobody in town charged the goat, part %d</a></h3>";
        return Stream.of(
                Arguments.of(DropReason.NOT_AN_ARTICLE, "https://lakeside.example/", html("", many(links, 30))),
                Arguments.of(DropReason.LIST, "https://lakeside.example/goats", html("", many(links, 30))),
                Arguments.of(
                        DropReason.GALLERY,
                        "https://lakeside.example/mill",
                        html("<script type=application/ld+json>{\"@type\":\"ImageGallery\"}</script>", LINE)),
                Arguments.of(
                        DropReason.VIDEO_ONLY,
                        "https://lakeside.example/mill",
                        html("<meta property=og:type content=video.other>", LINE + "<video></video>")),
                Arguments.of(
                        DropReason.CONSENT_WALL,
                        "https://lakeside.example/mill",
                        html("", "<p>We use cookies, and so does everybody.</p>")),
                Arguments.of(
                        DropReason.PAYWALL_STUB,
                        "https://lakeside.example/mill",
                        html("", LINE + "<p>Subscribe to read the rest.</p>")),
                Arguments.of(
                        DropReason.SCRIPT_SHELL,
                        "https://lakeside.example/mill",
                        html("<script src=/a.js></script>", "<div id=app></div>")),
                Arguments.of(
                        DropReason.ERROR_PAGE,
                        "https://lakeside.example/mill",
                        html("<title>Page not found</title>", LINE)),
                Arguments.of(DropReason.EMPTY, "https://lakeside.example/mill", "  \n "),
                Arguments.of(DropReason.TOO_SHORT, "https://lakeside.example/mill", html("", LINE)),
                Arguments.of(DropReason.NOT_TEXT, "https://lakeside.example/mill", "\u0000\u0001\u0002PK".repeat(99)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void dropsAPageOfEachKind(DropReason reason, String url, String body) {
        assertThat(dropped(url, body).reason()).isEqualTo(reason.word());
        assertThat(dropped(url, body).detail()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void explainsWhatItAnswers(DropReason reason, String url, String body) {
        assertThat(cleaner.explain(page(url, body)).outcome()).isEqualTo(dropped(url, body));
    }

    @Test
    void hasAPageForEachReason() {
        assertThat(pages().map(page -> page.get()[0])).containsExactlyInAnyOrder((Object[]) DropReason.values());
    }

    @Test
    void theWordsAreThoseOfReceipts() {
        assertThat(Arrays.stream(DropReason.values()).map(DropReason::word))
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).matches("[a-z]+(-[a-z]+)*"));
    }

    private Outcome.Drop<Article> dropped(String url, String body) {
        return (Outcome.Drop<Article>) cleaner.clean(page(url, body));
    }

    private static Page page(String url, String body) {
        return Page.of(url, body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH, Map.of("content-type", "text/html"));
    }

    private static String html(String head, String body) {
        return "<html><head>" + head + "</head><body><main>" + body + "</main></body></html>";
    }

    private static String many(String html, int times) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++) all.append(html.formatted(i, i));
        return all.toString();
    }
}
