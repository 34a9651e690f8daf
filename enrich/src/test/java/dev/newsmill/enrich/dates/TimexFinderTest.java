package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Timex;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all expressions in any text. */
class TimexFinderTest {
    private static final String PUBLISHED = "2021-11-04";

    @ParameterizedTest
    @CsvFileSource(resources = "en.csv", delimiter = '|', numLinesToSkip = 2)
    void findsTheSameInTheMiddleOfAText(String text, String expression) {
        String before = "The goat ate grass.\n\n";
        List<Timex> alone = Dates.find("en", text, PUBLISHED);
        List<Timex> inside = Dates.find("en", before + text + "\n\nThe goat slept.", PUBLISHED);
        assertThat(inside).extracting(Timex::text).contains(expression);
        assertThat(inside)
                .extracting(Timex::value)
                .isEqualTo(alone.stream().map(Timex::value).toList());
        assertThat(inside)
                .extracting(timex -> timex.begin() - before.length())
                .isEqualTo(alone.stream().map(Timex::begin).toList());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "en.csv", delimiter = '|', numLinesToSkip = 2)
    void readsAllKindsOfWhiteSpaceAndDashesAlike(String text) {
        String other = text.replace(' ', '\u00A0').replace('-', '\u2011').replace('\'', '\u2019');
        assertThat(Dates.find("en", other, PUBLISHED))
                .extracting(Timex::value)
                .isEqualTo(Dates.find("en", text, PUBLISHED).stream()
                        .map(Timex::value)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void findsInALongTextWhatItFindsInItsParts(String language) {
        String text = "01.02.2019 18:30 2021-11-04 1998 12/12/2012.\n\n";
        int times = 3_000;
        int alone = Dates.find(language, text, PUBLISHED).size();
        List<Timex> all = Dates.find(language, text.repeat(times), PUBLISHED);
        assertThat(all).hasSize(alone * times);
        assertThat(all.get(all.size() - 1).text()).isEqualTo(all.get(alone - 1).text());
    }

    @Test
    void expressionsStandInOrderAndDoNotOverlap() {
        String text = "From 3 to 9 May 2020, or on Monday at 5 p.m. last week, every two days for three weeks in 2019.";
        List<Timex> found = Dates.find("en", text, PUBLISHED);
        assertThat(found).hasSizeGreaterThan(4);
        for (int i = 1; i < found.size(); i++)
            assertThat(found.get(i).begin())
                    .isGreaterThanOrEqualTo(found.get(i - 1).end());
    }

    @Test
    void intervalsEndAfterTheyBegin() {
        String text = "It rained in 2019, in May 2020, last week, on 3 May 2020 at 18:30, last night and in the 1970s.";
        assertThat(Dates.find("en", text, PUBLISHED))
                .allSatisfy(timex -> assertThat(timex.to()).isGreaterThan(String.valueOf(timex.from())));
    }

    @Test
    void saysTheSameOnManyThreads() {
        String text = "It rained last week, and on Tuesday the mayor will speak for two hours.";
        List<Timex> once = Dates.find("en", text, PUBLISHED);
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> Dates.find("en", text, PUBLISHED)))
                .containsOnly(once);
    }

    @Test
    void withAnotherJudgeTheyLookTheOtherWay() {
        Language english = Language.read("en");
        TimexFinder finder = new TimexFinder("It rains on Sunday.", english, Anchor.parse(PUBLISHED));
        assertThat(finder.find((tokens, part) -> (unit, behind, ahead) -> true))
                .extracting(Timex::value)
                .containsExactly("2021-11-07");
        TimexFinder other = new TimexFinder("It rains on Sunday.", english, Anchor.parse(PUBLISHED));
        assertThat(other.find((tokens, part) -> Direction.BACK))
                .extracting(Timex::value)
                .containsExactly("2021-10-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-11-04", "2021-11-04T10:30:00Z", "2021-11-04T23:59:00+14:00"})
    void countsFromTheDayOfPublicationWhateverItsHour(String published) {
        assertThat(Dates.values("en", "It rained yesterday.", published)).isEqualTo("yesterday=2021-11-03");
    }
}
