package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody writes and somebody sends: the cleaner answers all of it. The time limit only guards against hangs. */
@Timeout(120)
class HostileInputTest {
    private static final String SENTENCE =
            "The ferry crossed the lake again on Friday, after two winters in the yard. ";

    private final Cleaner cleaner = new Cleaner();

    static Stream<Arguments> pages() {
        return Stream.of(
                page("100,000 nested divs", "<div>".repeat(100_000) + SENTENCE),
                page("100,000 nested spans in a paragraph", "<p>" + "<span>".repeat(100_000) + SENTENCE),
                page("100,000 nested lists", "<ul><li>".repeat(100_000) + SENTENCE),
                page("100,000 nested tables", "<table><tr><td>".repeat(100_000) + SENTENCE),
                page("bold that is never closed", "<b><i><p>".repeat(3_000) + SENTENCE),
                page("a million attributes", "<p " + "a1=b ".repeat(1_000_000) + ">" + SENTENCE),
                page("a million attributes of other names", "<p " + attributes(1_000_000) + ">" + SENTENCE),
                page("a million tiny spans", "<p>" + "<span>x</span> ".repeat(1_000_000)),
                page("a million line breaks", "<p>" + "x<br>".repeat(1_000_000)),
                page("ten megabytes without a space", "<p>" + "x".repeat(10 << 20)),
                page("ten megabytes of one class name", "<div class=\"" + "ab ".repeat(3 << 20) + "\">" + SENTENCE),
                page("100,000 headings", "<h2>Heading</h2>".repeat(100_000)),
                page("100,000 links", "<a href=/x>Some words of a link here</a> ".repeat(100_000)),
                page("100,000 equal paragraphs", ("<p>" + SENTENCE + "</p>").repeat(100_000)),
                page("100,000 meta elements", "<meta property=og:title content=x>".repeat(100_000) + SENTENCE),
                page(
                        "10,000 scripts of JSON-LD",
                        "<script type=application/ld+json>{\"@type\":\"Article\"}</script>".repeat(10_000) + SENTENCE),
                page("JSON-LD without an end", "<script type=application/ld+json>" + "[{".repeat(500_000)),
                page("a comment without an end", "<!-- " + SENTENCE.repeat(1000)),
                page("half a tag", SENTENCE.repeat(20) + "<p class=\"x"),
                page("lone surrogates", "<p>" + "\uD800 \uDC00 ".repeat(1000) + SENTENCE.repeat(10)),
                page("control characters", "<p>" + "\u0000\u0008\u001b ".repeat(1000) + SENTENCE),
                page("entities without an end", "<p>" + "&amp&lt&#x;&#99999999;".repeat(10_000)),
                page("nothing", ""),
                page("white space", " \n\t ".repeat(10_000)),
                page("bylines that backtrack", ("<p class=byline>" + "by a, ".repeat(20_000) + "</p>").repeat(20)),
                page("dates that backtrack", ("<p class=date>" + "1 1 1 1 . . ".repeat(1_000) + "</p>").repeat(200)),
                Arguments.of("random bytes", random()),
                Arguments.of("zero bytes", new byte[1 << 20]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void answers(String name, byte[] body) {
        assertThat(cleaner.clean(
                        Page.of("https://site.example/a", body, Instant.EPOCH, Map.of("content-type", "text/html"))))
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}, as plain text")
    @MethodSource("pages")
    void answersAsPlainText(String name, byte[] body) {
        byte[] some = Arrays.copyOf(body, Math.min(body.length, 2 << 20));
        assertThat(cleaner.clean(Page.of("file:///a.txt", some, Instant.EPOCH, Map.of("content-type", "text/plain"))))
                .isNotNull();
    }

    private static Arguments page(String name, String html) {
        return Arguments.of(name, html.getBytes(StandardCharsets.UTF_8));
    }

    private static String attributes(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) text.append('a').append(i).append("=b ");
        return text.toString();
    }

    private static byte[] random() {
        byte[] bytes = new byte[1 << 20];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
