package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every folder must hold, checked against the names that the JDK knows, and the choice among the folders. */
class LanguagesTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2021, 11, 4);
    private static final Languages LANGUAGES = Languages.load();

    static Stream<Arguments> months() {
        return codes().flatMap(code -> Stream.of(Month.values()).map(month -> Arguments.of(code, month)));
    }

    static Stream<Arguments> weekdays() {
        return codes().flatMap(code -> Stream.of(DayOfWeek.values()).map(day -> Arguments.of(code, day)));
    }

    static Stream<String> codes() {
        return Stream.of("en", "de", "es", "fr");
    }

    @ParameterizedTest
    @MethodSource("months")
    void nameEveryMonth(String code, Month month) {
        String name = month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(code));
        String of = code.equals("es") ? " de " : " ";
        assertThat(Dates.find(code, "x " + name + of + "1987 y", null))
                .singleElement()
                .satisfies(t -> assertThat(t.value()).isEqualTo("1987-%02d".formatted(month.getValue())));
    }

    @ParameterizedTest
    @MethodSource("weekdays")
    void nameEveryWeekday(String code, DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(code));
        LocalDate last = PUBLISHED.with(TemporalAdjusters.previousOrSame(day));
        assertThat(Dates.find(code, "x " + name + " y", PUBLISHED.toString()))
                .singleElement()
                .satisfies(t -> assertThat(t.value())
                        .isIn(last.toString(), last.plusWeeks(1).toString()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void readFullDatesOfEveryDayOfAMonth(String code) {
        for (int day = 2; day <= 31; day++) {
            String mark = code.equals("de") ? "." : "";
            String month = Month.MARCH.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(code));
            String of = code.equals("es") ? " de " : " ";
            String text = "x " + day + mark + of + month + of + "2019 y";
            assertThat(Dates.find(code, text, null))
                    .as(text)
                    .singleElement()
                    .satisfies(t -> assertThat(t.value()).startsWith("2019-03-"));
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void readIsoDatesAndYearsAlike(String code) {
        assertThat(Dates.values(code, "x 2018-02-03 y", null)).isEqualTo("2018-02-03=2018-02-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The harbour is closed for the winter and it was not easy to say that on Monday.",
                "de|Der Hafen ist für den Winter geschlossen, und das war nicht leicht zu sagen.",
                "es|El puerto se cierra por el invierno y no es fácil decir lo que pasa en la ciudad.",
                "fr|Le port est fermé pour un hiver et les gens de la ville ne sont pas contents du tout.",
            })
    void areToldApartByTheirSmallWords(String code, String text) {
        assertThat(LANGUAGES.of(null, text)).isSameAs(LANGUAGES.of(code, ""));
    }

    @ParameterizedTest
    @CsvSource({"de-AT, de", "en-GB, en", "fr-CA, fr", "es-419, es", "DE, de"})
    void areFoundByTagsWithARegion(String tag, String code) {
        assertThat(LANGUAGES.of(tag, "")).isSameAs(LANGUAGES.of(code, ""));
    }

    @Test
    void areGuessedForATagWithoutAFolder() {
        String german = "Der Hafen ist für den Winter geschlossen und das ist nicht gut.";
        assertThat(LANGUAGES.of("nds", german)).isSameAs(LANGUAGES.of("de", ""));
        assertThat(LANGUAGES.of("not a tag", german)).isSameAs(LANGUAGES.of("de", ""));
    }

    @Test
    void fallBackToEnglishWhereNothingTells() {
        assertThat(LANGUAGES.of(null, "")).isSameAs(LANGUAGES.of("en", ""));
        assertThat(LANGUAGES.of(null, "12 34 56")).isSameAs(LANGUAGES.of("en", ""));
    }
}
