package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two</p>                           | One / Two",
                "<div>One<p>Two</p>Three</div>                  | One / Two / Three",
                "One <b>and</b> a <i>half</i>                   | One and a half",
                "<p>One <span>word</span>, two</p>              | One word, two",
                "<p>One<br>more</p>                             | One~more",
                "<p>One<br><br>Two</p>                          | One / Two",
                "<p>One<br> <br> <br>Two</p>                    | One / Two",
                "<p><br>One<br></p>                             | One",
                "<p>One<hr>Two</p>                              | One / Two",
                "<ul><li>One<li>Two<ul><li>Three</ul></ul>      | One / Two / Three",
                "<table><tr><td>One<td>Two<tr><td>Three</table> | One / Two / Three",
                "<p>One<script>var two;</script> three</p>      | One three",
                "<p>One <template><p>Two</p></template>three</p> | One three",
                "<p>One <select><option>Two</select>three</p>   | One three",
                "<video>One</video><p>Two</p>                   | Two",
                "<p></p><p> </p><p>&nbsp;</p><p>One</p>         | One",
                "<custom-element>One</custom-element> two       | One two",
                "<h1>One</h1>two<h2>Three</h2>                  | One / two / Three"
            })
    void readsLinesBetweenBlocks(String body, String lines) {
        assertThat(texts(body)).isEqualTo(List.of(lines.replace('~', '\n').split(" / ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a \t&#10; b           | a b",
                "a&nbsp;&nbsp;b        | a b",
                "&#8203;a&#8203;b      | ab",
                "a&#173;b              | ab",
                "&#xFEFF;a             | a",
                "a&#12288;b            | a b",
                "a&#8232;b             | a b",
                "a&#1;b                | a b",
                "a&#127754;b           | a\uD83C\uDF0Ab",
                "&lt;a&gt; &amp; b     | <a> & b",
                "a&shy;&nbsp;&shy;b    | a b"
            })
    void foldsWhiteSpaceOfAllKinds(String html, String text) {
        assertThat(texts("<p>" + html + "</p>")).containsExactly(text);
    }

    @Test
    void keepsTheLinesOfCode() {
        assertThat(texts("<pre>one\n  two\tthree</pre>")).containsExactly("one\n  two\tthree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class=sr-only", "hidden", "style='display: none'", "class=tooltip"})
    void leavesOutWhatIsHiddenInsideALine(String attributes) {
        assertThat(texts("<p>The ferry <span " + attributes + ">a boat</span> is back</p>"))
                .containsExactly("The ferry is back");
    }

    @Test
    void keepsALinkThatIsCalledHidden() {
        assertThat(texts("<p>The ferry <a class=tooltip href=/a>is back</a></p>"))
                .containsExactly("The ferry is back");
    }

    @Test
    void leavesAShortKickerOutOfAHeadline() {
        assertThat(texts("<h1><span class=kicker>Lake</span> The ferry is back</h1>"))
                .containsExactly("The ferry is back");
        assertThat(texts("<h1><span class=label>The ferry is back</span></h1>")).containsExactly("The ferry is back");
    }

    @Test
    void countsTheCharactersOfLinksAndOfBoldText() {
        Line line =
                outline("<p>One <a href=/a>two</a> <b>three</b></p>").lines().get(0);
        assertThat(line.linkChars).isEqualTo(3);
        assertThat(line.boldChars).isEqualTo(5);
        assertThat(line.linkDensity()).isEqualTo(3 / 13f);
    }

    @Test
    void aLinkAroundParagraphsIsALinkInEach() {
        Outline outline = outline("<a href=/a><p>One</p><p>Two</p></a><p>Three</p>");
        assertThat(outline.lines()).extracting(Line::linkDensity).containsExactly(1f, 1f, 0f);
    }

    @Test
    void handsMarksDownToAllThatIsInside() {
        Outline outline =
                outline("<div class=related><ul><li>One</ul></div><div><p>Two</p></div>" + "<p>Three</p>".repeat(5));
        assertThat(outline.lines().get(0).has(Mark.RELATED)).isTrue();
        assertThat(outline.lines().get(1).has(Mark.RELATED)).isFalse();
    }

    @Test
    void aWrapperOfMostOfThePageIsNotWhatItsNameSays() {
        String text = "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>";
        Outline outline = outline("<div class=related>" + text.repeat(3) + "</div>" + text);
        assertThat(outline.lines().get(0).has(Mark.RELATED)).isFalse();
    }

    @Test
    void manySmallWrappersOfTheSameMakeAreNotEither() {
        String text = "<div class=related><p>The ferry crossed the lake, again, and again, and once more.</p></div>";
        assertThat(outline(text.repeat(5)).lines()).noneMatch(line -> line.has(Mark.RELATED));
    }

    @Test
    void commentsMayBeLongerThanWhatTheyAreAbout() {
        String text = "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>";
        Outline outline = outline(text + "<div class=comments>" + text.repeat(4) + "</div>");
        assertThat(outline.lines().get(0).has(Mark.COMMENT)).isFalse();
        assertThat(outline.lines().get(1).has(Mark.COMMENT)).isTrue();
    }

    @Test
    void aMarkOfAnInlineElementHoldsWhereItCoversTheLine() {
        Outline outline = outline("<p><span class=caption>The whole line</span></p>"
                + "<p>Only <span class=caption>a part</span> of a line that is long</p>");
        assertThat(outline.lines()).extracting(line -> line.has(Mark.CAPTION)).containsExactly(true, false);
    }

    @Test
    void regionsKnowTheirLines() {
        Outline outline = outline("<div><p>One</p><p>Two</p></div><p>Three</p>");
        Region div = region(outline, Tag.DIV);
        assertThat(List.of(div.firstLine, div.endLine, div.lines, div.paragraphs))
                .containsExactly(0, 2, 2, 2);
        assertThat(outline.lines()).extracting(div::contains).containsExactly(true, true, false);
        assertThat(div.chars).isEqualTo(6);
    }

    @Test
    void regionsKnowWhatTheyAreIn() {
        Region item = region(outline("<nav><ul><li>One</ul></nav>"), Tag.LI);
        assertThat(item.in(Tag.NAV) && item.in(Tag.UL) && item.in(Tag.LI)).isTrue();
        assertThat(item.in(Tag.OL)).isFalse();
        assertThat(item.depth).isEqualTo(3);
    }

    @Test
    void linesSumUpToTheTextOfThePage() {
        Outline outline = outline("<div>One<ul><li>two</ul></div><section><p>three</p>four</section>");
        Region body = outline.regions().get(0);
        assertThat(body.lines).isEqualTo(outline.lines().size());
        assertThat(body.chars)
                .isEqualTo(outline.lines().stream().mapToInt(Line::chars).sum());
    }

    @Test
    void remembersWhereItSawThings() {
        Sightings seen = outline("<title>T</title><p>One</p><time>May</time><img src=/a.jpg><iframe></iframe>"
                        + "<a rel=author href=/ida>Ida</a><p class=byline>By Ida</p><script></script>")
                .sightings();
        assertThat(seen.times).extracting(Sighting::line).containsExactly(1);
        assertThat(seen.images).hasSize(1);
        assertThat(seen.authorLinks).hasSize(1);
        assertThat(seen.bylines).hasSize(1);
        assertThat(List.of(seen.players, seen.scripts)).containsExactly(1, 1);
    }

    @Test
    void readsNoMoreLinesThanAnArticleHas() {
        assertThat(outline("<p>x</p>".repeat(50_500)).lines()).hasSize(50_000);
    }

    private static Region region(Outline outline, Tag tag) {
        return outline.regions().stream()
                .filter(region -> region.tag == tag)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(String body) {
        return outline(body).lines().stream().map(line -> line.text).toList();
    }

    private static Outline outline(String body) {
        return Pages.outline("<body>" + body + "</body>");
    }
}
