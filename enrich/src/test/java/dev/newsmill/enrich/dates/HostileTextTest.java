package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.newsmill.message.Timex;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final int LARGE = 10_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "\uD800", "\u05D0", "\n"})
    void readsTenMillionOfOneCharacterInTime(String character) {
        assertTimeout(LIMIT, () -> Dates.find("en", character.repeat(LARGE), "2021-11-04"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "-", "'", "\u0301", "\u202E"})
    void readsAMillionMarksInTime(String mark) {
        assertTimeout(LIMIT, () -> Dates.find("en", mark.repeat(LARGE / 10), "2021-11-04"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1/",
                "1:",
                "May ",
                "one hundred and ",
                "the ",
                "next ",
                "the day before ",
                "2-",
                "twenty-",
                "from 3 to "
            })
    void readsEndlessRepeatsOfAWordOfTimeInTime(String word) {
        assertTimeout(LIMIT, () -> Dates.find("en", word.repeat(LARGE / 40 / word.length()), "2021-11-04"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after 999999999999 years",
                "999999999999999999999999 years ago",
                "99999 centuries ago",
                "in 9999999999 days",
                "on 99/99/9999 at 99:99",
                "February 30, 2021",
                "the 99th century",
                "1000000000000 million billion years",
                "9999 years from now",
                "week 99 of 9999",
                "0000-00-00"
            })
    void survivesAbsurdNumbers(String text) {
        assertThat(Dates.find("en", text, "2021-11-04"))
                .allSatisfy(t -> assertThat(t.value()).isNotBlank());
    }

    @Test
    void countsOffsetsInUtf16Units() {
        String text = "\uD83D\uDE00\uD83D\uDE00 on Tuesday\uD800";
        Timex timex = Dates.find("en", text, "2021-11-04").get(0);
        assertThat(text.substring(timex.begin(), timex.end())).isEqualTo("Tuesday");
    }

    @Test
    void seesThroughNonBreakingSpaces() {
        assertThat(Dates.values("en", "on November\u00A04,\u202F2021", null))
                .isEqualTo("November\u00A04,\u202F2021=2021-11-04");
    }

    @Test
    void doesNotReadAcrossABlankLine() {
        assertThat(Dates.values("en", "It ended in May\n\n2020 was worse", "2021-11-04"))
                .isEqualTo("May=2021-05; 2020=2020");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheOrderAndTheTextOfWhatItFindsInNoise(long seed) {
        String text = noise(new Random(seed));
        List<Timex> found = Dates.find(seed % 2 == 0 ? "en" : "de", text, "2021-11-04T10:15:00+01:00");
        int last = 0;
        for (Timex timex : found) {
            assertThat(timex.begin()).isGreaterThanOrEqualTo(last);
            assertThat(text.substring(timex.begin(), timex.end())).isEqualTo(timex.text());
            last = timex.end();
        }
    }

    /** Words of time and of punctuation in any order. */
    private static String noise(Random random) {
        String[] words =
                ("May 5 2020 / - . , : the last next from to and of year years week Monday ago every two 1st 31 99 am p.m. in"
                                + " first quarter between until Januar 3. vor nach drei Jahren letzten Woche am um Uhr 12 '82 1970 s"
                                + " early late mid ( ) Christmas Easter half hundred thousand before after this that day now")
                        .split(" ");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
