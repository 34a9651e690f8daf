package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a<script>let b = 1;</script>c           | a<script></script>c",
                "a<SCRIPT src=x>b</Script >c             | a<SCRIPT src=x></Script >c",
                "a<style type=x>p{}</style>c             | a<style type=x></style>c",
                "a<svg viewBox='0 0'><path d='M0'/></svg>c | a<svg ></svg>c",
                "a<select><option>b</select>c            | a<select></select>c",
                "a<noscript><img src=x></noscript>c      | a<noscript></noscript>c",
                "a<!-- b -->c                            | ac",
                "a<!---->c                               | ac",
                "a<!-- b --!>c                           | ac",
                "a<!--[if IE]><p>b</p><![endif]-->c      | ac",
                "a<script>if (x < 1) y('</p>')</script>c | a<script></script>c"
            })
    void leavesOutWhatNobodyReads(String html, String left) {
        assertThat(sifted(html)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>plain</p>",
                "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\"}</script>",
                "<script type=application/ld+json>{\"articleBody\": \"<svg class='a'>\"}</script><p>text</p><svg></svg>",
                "<p title=\"<script>one</script>\">two</p>",
                "<p title='<!-- '>one</p><p title = \"-->\">two</p>",
                "<textarea><!-- typed --></textarea>",
                "<title>About <script> and </script></title>",
                "<script>never closed <p>text</p>",
                "<!-- never closed <p>text</p>",
                "<style>p{}",
                "<svg/><p>after a drawing that closes itself</p>",
                "<scripture>a word that only begins so</scripture>",
                "<script><!-- <script>inner</script> --></script>",
                "<!-->after an empty comment",
                "1 < 2 <3 and < script>",
                "<",
                "<p class=",
                "ends in <!--",
                "ends in <script",
                ""
            })
    void keepsTheRest(String html) {
        assertThat(sifted(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p data-id=7 class=a>b</p>               | <p class=a>b</p>",
                "<p DATA-ID = '7'   CLASS=a>b</p>         | <p CLASS=a>b</p>",
                "<p class=a data-id=\"x > y\">b</p>       | <p class=a >b</p>",
                "<p data-id='7'class=a>b</p>              | <p class=a>b</p>",
                "<p class='a'onclick='b()'id=c>d</p>      | <p class='a'id=c>d</p>",
                "<p hidden data-x data-y>b</p>            | <p hidden >b</p>",
                "<img data-n=1 src=a data-src=b />        | <img src=a data-src=b />",
                "<a target=_blank href=/a/b>c</a>         | <a href=/a/b>c</a>",
                "<p class=a data-note='<!-- '>b<!-- c -->d | <p class=a >bd"
            })
    void leavesOutAttributesThatNobodyAsksFor(String html, String left) {
        assertThat(sifted(html)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void isReadInPiecesOfAnySize(int size) throws IOException {
        Reader reader = Sieve.reader(decoded("a<!-- b -->\uD83C\uDF0A ü<p data-x=1 class=c>東\uD83C\uDF0A"));
        StringBuilder read = new StringBuilder();
        char[] piece = new char[size];
        for (int n = reader.read(piece, 0, size); n >= 0; n = reader.read(piece, 0, size)) read.append(piece, 0, n);
        assertThat(read).hasToString("a\uD83C\uDF0A ü<p class=c>東\uD83C\uDF0A");
    }

    @Test
    void theParserSeesTheSameTextAsBefore() {
        String html = "<html><head><title>T</title><style>a{}</style></head><body><p>One<!-- x --> two"
                + "<script>document.write('<p>no</p>')</script> three</p><svg><title>icon</title></svg><p>four</p>";
        assertThat(Parser.parse(sifted(html), "").select("p").eachText()).containsExactly("One two three", "four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zürich – „so“", "東京の天気", "a 🌊 in the lake", "Ελλάδα, Россия, العربية"})
    void decodesOnTheWay(String text) {
        assertThat(sifted(text + "<!-- ü -->" + text)).isEqualTo(text + text);
    }

    @Test
    void replacesBytesThatAreNoCharacter() {
        byte[] bytes = {'a', (byte) 0xC3, 'b', (byte) 0xFF, 'c', (byte) 0xE2, (byte) 0x82};
        assertThat(text(new Decoded(bytes, 0, bytes.length, StandardCharsets.UTF_8, "content")))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFD\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "GB18030"})
    void replacesWhatTheParserWouldTakeForTheEnd(String charset) {
        byte[] bytes = "a\uFFFF\uFFFEb".getBytes(Charset.forName(charset));
        assertThat(text(new Decoded(bytes, 0, bytes.length, Charset.forName(charset), "http")))
                .isEqualTo("a\uFFFD\uFFFEb");
    }

    @Test
    void leavesOtherEncodingsWhole() {
        String html = "caf\u00E9<!-- kept -->";
        Charset latin = Charset.forName("windows-1252");
        byte[] bytes = html.getBytes(latin);
        assertThat(text(new Decoded(bytes, 0, bytes.length, latin, "http"))).isEqualTo(html);
    }

    @Test
    void startsAfterTheByteOrderMark() {
        byte[] bytes = "\uFEFFa<!-- b -->c".getBytes(StandardCharsets.UTF_8);
        assertThat(text(new Decoded(bytes, 3, bytes.length, StandardCharsets.UTF_8, "bom")))
                .isEqualTo("ac");
    }

    @Timeout(20)
    @ParameterizedTest
    @ValueSource(strings = {"<script>", "<!-- ", "<style>", "<a href=", "<svg>", "</", "<title>", "<a id='<!--'>"})
    void takesTimeInProportionToThePage(String again) {
        String html = again.repeat((4 << 20) / again.length());
        assertThat(sifted(html)).isEqualTo(html);
    }

    @Timeout(20)
    @ParameterizedTest
    @ValueSource(strings = {"<a href=\"", "<p data-x='", "<p a=b ", "<p a/"})
    void takesTimeInProportionToThePageWhereAttributesGo(String again) {
        assertThat(sifted(again.repeat((4 << 20) / again.length()))).hasSizeBetween(1, 4 << 20);
    }

    private static String sifted(String html) {
        return text(decoded(html));
    }

    private static Decoded decoded(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return new Decoded(bytes, 0, bytes.length, StandardCharsets.UTF_8, "content");
    }

    private static String text(Decoded decoded) {
        StringWriter text = new StringWriter();
        try {
            Sieve.reader(decoded).transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
