package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.Enricher;
import dev.newsmill.message.Article;
import dev.newsmill.message.Timex;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TimexAnnotatorTest {
    private static final String PUBLISHED = "2021-11-04";

    @ParameterizedTest
    @CsvFileSource(resources = "en.csv", delimiter = '|', numLinesToSkip = 2)
    void saysWhatAnEnglishExpressionDenotes(
            String text, String expression, String type, String value, @Nullable String mod) {
        assertThat(Dates.find("en", text, PUBLISHED))
                .extracting(Timex::text, Timex::type, Timex::value, Timex::mod)
                .containsExactly(Tuple.tuple(expression, type, value, mod));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "de.csv", delimiter = '|', numLinesToSkip = 2)
    void saysWhatAGermanExpressionDenotes(
            String text, String expression, String type, String value, @Nullable String mod) {
        assertThat(Dates.find("de", text, PUBLISHED))
                .extracting(Timex::text, Timex::type, Timex::value, Timex::mod)
                .containsExactly(Tuple.tuple(expression, type, value, mod));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "fr.csv", delimiter = '|', numLinesToSkip = 2)
    void saysWhatAFrenchExpressionDenotes(
            String text, String expression, String type, String value, @Nullable String mod) {
        assertThat(Dates.find("fr", text, PUBLISHED))
                .extracting(Timex::text, Timex::type, Timex::value, Timex::mod)
                .containsExactly(Tuple.tuple(expression, type, value, mod));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "es.csv", delimiter = '|', numLinesToSkip = 2)
    void saysWhatASpanishExpressionDenotes(
            String text, String expression, String type, String value, @Nullable String mod) {
        assertThat(Dates.find("es", text, PUBLISHED))
                .extracting(Timex::text, Timex::type, Timex::value, Timex::mod)
                .contains(Tuple.tuple(expression, type, value, mod));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "directions.csv", delimiter = '|', numLinesToSkip = 2)
    void tellsFromTheSentenceWhetherADateIsPastOrToCome(String language, String text, String value) {
        assertThat(Dates.find(language, text, PUBLISHED))
                .extracting(Timex::value)
                .containsExactly(value);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "ranges.csv", delimiter = '|', numLinesToSkip = 2)
    void letsTheEndsOfARangeSayTogetherWhatOneLeavesOut(String language, String text, String values) {
        assertThat(Dates.values(language, text, PUBLISHED)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "intervals.csv", delimiter = '|', numLinesToSkip = 2)
    void givesTheTimeThatItCovers(String language, String text, String from, String to) {
        assertThat(Dates.find(language, text, PUBLISHED))
                .extracting(Timex::from, Timex::to)
                .containsExactly(Tuple.tuple(from, to));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "nothing.csv", delimiter = '|', numLinesToSkip = 2)
    void findsNoTimeWhereNoneIsMeant(String language, String text) {
        assertThat(Dates.find(language, text, PUBLISHED)).isEmpty();
    }

    @Test
    void readsTheLanguageOffTheTextWhereTheArticleDoesNotSay() {
        String text = "Die Ministerin hat das Gesetz, das für die Stadt wichtig ist, am Dienstag unterzeichnet.";
        Article article = Article.ofText("a", "https://example.org/a", text, PUBLISHED);
        assertThat(Enricher.load(Set.of()).enrich(article).timexes())
                .extracting(Timex::text)
                .containsExactly("Dienstag");
    }

    @Test
    void isFoundByTheEnricher() {
        Article article = Article.ofText("a", "https://example.org/a", "He came on Tuesday.", PUBLISHED);
        List<Timex> timexes = Enricher.load(Set.of()).enrich(article).timexes();
        assertThat(timexes).extracting(Timex::value).containsExactly("2021-11-02");
    }

    @Test
    void saysWhichDateItCountedFrom() {
        assertThat(Dates.find("en", "He came yesterday.", PUBLISHED))
                .extracting(Timex::anchor)
                .containsExactly(PUBLISHED);
    }

    @Test
    void leavesTheAnchorOutWhereNoneWasNeeded() {
        assertThat(Dates.find("en", "He came on May 3, 2020.", PUBLISHED))
                .extracting(Timex::anchor)
                .containsOnlyNulls();
    }

    @Test
    void givesTheDaysThatItCovers() {
        Timex week = Dates.find("en", "It rained last week.", PUBLISHED).get(0);
        assertThat(week.from() + " " + week.to()).isEqualTo("2021-10-25 2021-11-01");
    }

    @Test
    void countsFromADateLineWhereTheDateOfPublicationIsUnknown() {
        assertThat(Dates.values("en", "Storm hits coast\n\nMay 3, 2020\n\nIt came yesterday.", null))
                .isEqualTo("May 3, 2020=2020-05-03; yesterday=2020-05-02");
    }

    @Test
    void givesOnlyAbsoluteValuesWithoutADateOfPublication() {
        assertThat(Dates.values("en", "It was signed in March and again on 3 May 2020.", null))
                .isEqualTo("March=XXXX-03; 3 May 2020=2020-05-03");
    }
}
