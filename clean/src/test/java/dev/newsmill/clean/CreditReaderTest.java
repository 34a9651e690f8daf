package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Credit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditReaderTest {
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>";

    private final CreditReader reader = new CreditReader(new PersonNames(PhraseBook.load()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(AFP, Reuters)       | agency AFP, agency Reuters",
                "ab/cd (dpa)          | desk ab/cd, agency dpa",
                "ab/cd                | desk ab/cd",
                "AP                   | agency AP"
            })
    void readsTheLineThatClosesTheText(String line, String credits) {
        assertThat(told(read(TEXT + "<p>" + line + "</p>"))).isEqualTo(credits);
    }

    @Test
    void theClosingLineMayStandBelowWhatWasTakenOut() {
        assertThat(told(read(TEXT + "<p>Share</p><p>Tweet</p><p>(AFP)</p>", 1, 2, 3)))
                .isEqualTo("agency AFP");
    }

    @Test
    void doesNotLookFarBelowTheText() {
        assertThat(read(TEXT + "<p>Share</p>".repeat(9) + "<p>(AFP)</p>", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).credits)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The goat went home.",
                "(as it does)",
                "The agencies AFP and Reuters were both told that the goat had gone home by itself."
            })
    void readsNoCreditsInText(String line) {
        assertThat(read(TEXT + "<p>" + line + "</p>").credits).isEmpty();
    }

    @Test
    void readsTheDatelineOfTheFirstParagraph() {
        Facts facts = read("<h2>A lake</h2><p>LAKESIDE (AFP) - The ferry crossed the lake again.</p>" + TEXT);
        assertThat(facts.dateline).isEqualTo("LAKESIDE (AFP)");
        assertThat(told(facts)).isEqualTo("agency AFP");
        assertThat(facts.evidence.get("dateline"))
                .satisfies(evidence -> assertThat(evidence.source()).isEqualTo("opening"));
    }

    @Test
    void readsNoDatelineOfTheSecondParagraph() {
        assertThat(read(TEXT + "<p>LAKESIDE (AFP) - The ferry crossed the lake again.</p>").dateline)
                .isNull();
    }

    @Test
    void namesAnAgencyOnce() {
        assertThat(told(read("<p>LAKESIDE (AFP) - The ferry is back.</p>" + TEXT + "<p>(AFP)</p>")))
                .isEqualTo("agency AFP");
    }

    @Test
    void keepsTheCreditsThatStandBesideTheAuthors() {
        Main main = main(TEXT + "<p>(AFP)</p>");
        main.facts.credits.add(new Credit(Credit.Role.agency, "Reuters"));
        reader.read(main);
        assertThat(told(main.facts)).isEqualTo("agency Reuters, agency AFP");
    }

    private Facts read(String html, int... removed) {
        Main main = main(html);
        for (int line : removed) main.lines().get(line).remove("share", null);
        reader.read(main);
        return main.facts;
    }

    private static Main main(String html) {
        Outline outline = Pages.outline("<body>" + html + "</body>");
        return new Main(outline, outline.regions().get(0), new Facts(), false);
    }

    private static String told(Facts facts) {
        List<String> credits = facts.credits.stream()
                .map(credit -> credit.role() + " " + credit.name())
                .toList();
        return String.join(", ", credits);
    }
}
