package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.newsmill.message.Author;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturesTest {
    private static final PhraseBook PHRASES = PhraseBook.load();
    private static final RuleRow RULES = new RuleRow(new TrimRules(PHRASES, new DateText()).all());
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>";

    @Test
    void haveANameEach() {
        assertThat(Features.NAMES).hasSize(Features.COUNT).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{2} of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One two three</p>                             | 3     | words",
                "<p>One <a href=/a>two</a></p>                    | 0.428 | links",
                "<p>One, two</p>                                  | 0.5   | commas",
                "<p>One. Two! Three</p>                           | 2     | enders",
                "<p>One <b>two</b></p>                            | 0.428 | bold",
                "<p>One two.</p>                                  | 1     | endsSentence",
                "<p>One two</p>                                   | 0     | endsSentence",
                "<p>One two:</p>                                  | 1     | end",
                "<p>One two?</p>                                  | 2     | end",
                "<p>One two</p>                                   | 3     | end",
                "<p>One 2</p>                                     | 4     | end",
                "<h3>One</h3>                                     | 3     | heading",
                "<h3>One</h3>                                     | 1     | tag",
                "<li>One</li>                                     | 2     | tag",
                "<aside><p>One</p></aside>                        | 1     | in.ASIDE",
                "<p>One</p>                                       | 0     | in.ASIDE",
                "<p class=share>One</p>                           | 2     | mark.SHARE",
                "<div class=share><div><div><div><p>One</p></div></div></div></div> | 1 | mark.SHARE",
                "<p>One</p>                                       | 0     | mark.SHARE",
                "<p>Read more: One</p>                            | 2     | phrase.RELATED",
                "<p>Now on to our newsletter and more</p>         | 1     | phrase.NEWSLETTER",
                "<p>One</p>                                       | 0     | phrase.RELATED",
                "<p>The ferry returns!</p>                        | 2     | isHeadline",
                "<p>By Ida Holm</p>                               | 2     | isAuthor",
                "<p>Ida Holm and the rest of the crew of the boat</p> | 1 | isAuthor",
                "<p>A description that is long enough</p>         | 3     | isDescription"
            })
    void countWhatTheirNamesSay(String html, float value, String name) {
        Outline outline = Pages.outline("<body>" + html + TEXT.repeat(4) + "</body>");
        float[] row = features(outline).of(outline.lines().get(0));
        assertThat(row[Features.NAMES.indexOf(name)]).isCloseTo(value, offset(0.001f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ul><li><a href=/a>Lake traffic</a></ul>         | true",
                "<nav><p><a href=/a>Lake traffic</a></p></nav>    | true",
                "<footer><p><a href=/a>Imprint</a></p></footer>   | true",
                "<p>...</p>                                       | true",
                "<p><a href=/a>Lake traffic</a></p>               | false",
                "<ul><li>Lake traffic</ul>                        | false",
                "<ul><li><a href=/a>The ferry crossed the lake again on Friday, after two winters in the yard.</a></ul> | false"
            })
    void onlyMenusNeedNoJudge(String html, boolean hopeless) {
        assertThat(Features.hopeless(
                        Pages.outline("<body>" + html + "</body>").lines().get(0)))
                .isEqualTo(hopeless);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.newsmill.clean.GoldenPagesTest#slugs")
    void areNumbersOnEveryPage(String slug) throws IOException {
        Outline outline = Pages.outline(
                Files.readString(Path.of("src/test/resources/pages", slug, "page.html"), StandardCharsets.ISO_8859_1));
        Features features = features(outline);
        for (Line line : outline.lines())
            for (float number : features.of(line)) assertThat(number).isFinite();
    }

    @Test
    void leaveTheLinesAsTheyWere() {
        Outline outline = Pages.outline("<body>" + TEXT + "<p>Share this</p>" + TEXT + "</body>");
        Features features = features(outline);
        outline.lines().forEach(features::of);
        assertThat(outline.lines()).allMatch(Line::kept);
    }

    @Test
    void hearTheRules() {
        Outline outline = Pages.outline("<body><main>" + TEXT.repeat(3) + "<p>Share this</p>" + "</main></body>");
        Features features = features(outline);
        int byRules = Features.NAMES.indexOf("byRules");
        assertThat(features.of(outline.lines().get(0))[byRules]).isEqualTo(RuleOpinion.KEPT);
        assertThat(features.of(outline.lines().get(3))[byRules]).isGreaterThan(RuleOpinion.KEPT);
    }

    private static Features features(Outline outline) {
        Facts facts = new Facts();
        facts.headline = "The ferry returns";
        facts.description = "A description that is long enough.";
        facts.authors.add(new Author("Ida Holm", null));
        return new Features(outline, facts, PHRASES, RULES);
    }
}
