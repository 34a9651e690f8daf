package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Block;
import dev.newsmill.message.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a page become blocks, and their links and emphasis spans of the text. */
class BlockWriterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two</p>                            | paragraph One; paragraph Two",
                "<h2>One</h2><p>Two</p>                          | heading2 One; paragraph Two",
                "<h5>One</h5>                                    | heading5 One",
                "<ul><li>One<li>Two</ul>                         | list1 One~Two",
                "<ol><li><p>One</p><li><p>Two</p></ol>           | list1 One~Two",
                "<ul><li>One<ul><li>Two</ul><li>Three</ul>       | list1 One~Two~Three",
                "<ul><li>One</ul><ul><li>Two</ul>                | list1 One; list1 Two",
                "<dl><dt>One<dd>Two</dl>                         | list1 One~Two",
                "<blockquote><p>One</p><p>Two</p></blockquote>   | quote One~Two",
                "<blockquote>One</blockquote><blockquote>Two</blockquote> | quote One; quote Two",
                "<blockquote class=twitter-tweet><p>One</p>Two</blockquote> | embed One~Two",
                "<pre>one<br>two</pre>                           | code one~two",
                "<table><tr><td>One<td>Two<tr><td>Three<td>Four</table> | table One_Two~Three_Four",
                "<table><tr><th>One<tr><td>Two</table>           | table One~Two",
                "<table><tr><td><p>One</p><p>Two</p></table>     | paragraph One; paragraph Two",
                "<p>One<br>Two</p>                               | paragraph One~Two"
            })
    void tellsBlocksApart(String html, String blocks) {
        assertThat(told(write(html).blocks())).isEqualTo(blocks);
    }

    @Test
    void blocksAreWhatTheTextHolds() {
        BlockWriter writer = write("<h2>One</h2><p>Two</p><ul><li>Three<li>Four</ul><p>Five</p>");
        List<Block> blocks = writer.blocks();
        String text = writer.text();
        assertThat(text).isEqualTo("One\n\nTwo\n\nThree\nFour\n\nFive");
        assertThat(blocks)
                .allSatisfy(block ->
                        assertThat(text.substring(block.begin(), block.end())).isEqualTo(block.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>It <em>is</em> <strong>back</strong></p>          | emphasis is; strong back",
                "<p>It <i>is</i> <b>back</b></p>                      | emphasis is; strong back",
                "<p>Run <code>ferry</code></p>                        | code ferry",
                "<p>The <a href=/goat>goat</a></p>                    | link goat",
                "<p>The <a href=/goat><b>goat</b></a> is</p>          | strong goat; link goat",
                "<p>The <b><i>go</i>at</b></p>                        | strong goat; emphasis go",
                "<p>The<a href=/goat> goat </a>is</p>                 | link goat",
                "<p><b> </b>It</p>                                    | ''",
                "<p>It <span>is</span> <u>back</u></p>                | ''",
                "<ul><li>One<li><b>Two</b></ul>                       | strong Two",
                "<p>It <b>is</p><p>back</b></p>                       | strong is; strong back"
            })
    void keepsLinksAndEmphasis(String html, String spans) {
        BlockWriter writer = write(html);
        String told = writer.blocks().stream()
                .flatMap(block -> block.spans().stream())
                .map(span -> span.kind() + " " + writer.text().substring(span.begin(), span.end()))
                .collect(Collectors.joining("; "));
        assertThat(told).isEqualTo(spans);
    }

    @ParameterizedTest
    @CsvSource({
        "/goat, https://www.lakesidepost.example/goat",
        "goat, https://www.lakesidepost.example/goat",
        "//cdn.example/goat, https://cdn.example/goat",
        "https://other.example/?a=b#c, https://other.example/?a=b#c",
        "mailto:ida@lakesidepost.example, mailto:ida@lakesidepost.example"
    })
    void linksAreWhole(String href, String whole) {
        assertThat(links("<p>The <a href=" + href + ">goat</a></p>"))
                .extracting(Span::href)
                .containsExactly(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "", "data:text/html,goat", "tel:112", "ftp://x.example/"})
    void leavesOutLinksThatLeadNowhereOnTheWeb(String href) {
        assertThat(links("<p>The <a href='" + href + "'>goat</a></p>")).isEmpty();
    }

    @Test
    void leavesOutLinksThatAreNotMeantForPeople() {
        assertThat(links("<p>The <a href='/" + "x".repeat(2000) + "'>goat</a></p>"))
                .isEmpty();
        assertThat(links("<p>The <a name=goat>goat</a></p>")).isEmpty();
    }

    @Test
    void aStandfirstIsABlockOfItsOwn() {
        Outline outline = Pages.outline("<body><h3>One</h3><p>Two</p></body>");
        BlockWriter writer = new BlockWriter("");
        Assembly.add(writer, outline.lines().get(0), true);
        Assembly.add(writer, outline.lines().get(1), false);
        assertThat(told(writer.blocks())).isEqualTo("standfirst One; paragraph Two");
    }

    @Test
    void aPageWithoutLinesHasNoBlocks() {
        BlockWriter writer = write("");
        assertThat(writer.blocks()).isEmpty();
        assertThat(writer.text()).isEmpty();
    }

    private static List<Span> links(String html) {
        return write(html).blocks().stream()
                .flatMap(block -> block.spans().stream())
                .toList();
    }

    private static String told(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.kind() + (block.level() == null ? "" : String.valueOf(block.level())) + " "
                        + block.text().replace('\n', '~').replace('\t', '_'))
                .collect(Collectors.joining("; "));
    }

    private static BlockWriter write(String html) {
        Outline outline = Pages.outline("<body>" + html + "</body>");
        BlockWriter writer = new BlockWriter(outline.document().baseUri());
        for (Line line : outline.lines()) Assembly.add(writer, line, false);
        return writer;
    }
}
