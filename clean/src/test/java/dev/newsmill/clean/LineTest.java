package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry is back.        | 4 | 0 | 1 | 1 | 0",
                "One, two; three           | 3 | 2 | 0 | 1 | 0",
                "It's 40% off!             | 3 | 0 | 1 | 1 | 2",
                "Die Fähre fährt.          | 3 | 0 | 1 | 2 | 0",
                "ÄÖÜ                       | 1 | 0 | 0 | 3 | 0",
                "Паром вернулся, да?       | 3 | 1 | 1 | 1 | 0",
                "عادت العبارة، أليس كذلك؟  | 4 | 1 | 1 | 0 | 0",
                "渡轮回到了湖上。            | 4 | 0 | 1 | 0 | 0",
                "フェリー、湖に             | 3 | 1 | 0 | 0 | 0",
                "เรือข้ามฟาก                 | 6 | 0 | 0 | 0 | 0",
                "...                       | 0 | 0 | 3 | 0 | 0",
                "14:05                     | 1 | 0 | 0 | 0 | 4"
            })
    void countsWordsCommasEndsCapitalsAndDigits(String text, int words, int commas, int enders, int upper, int digits) {
        Line line = line(text);
        assertThat(new int[] {line.words, line.commas, line.enders, line.upper, line.digits})
                .containsExactly(words, commas, enders, upper, digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is back.",
                "Is it back?",
                "Back!",
                "“It is back.”",
                "(Back.)",
                "回来了。」",
                "عادت؟",
                "Back…",
                "वापस।"
            })
    void endsAsSentencesDo(String text) {
        assertThat(line(text).endsSentence()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is back", "It is back:", "“Back”", "3.5", "回来了", "Back.1"})
    void doesNotEndAsSentencesDo(String text) {
        assertThat(line(text).endsSentence()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry crossed the lake again on Friday.                 | true",
                "The ferry, the goat and the band crossed together           | true",
                "The ferry crossed the lake                                  | false",
                "Home News Sport Weather Culture Travel Opinion Search Login | false",
                "one two three four five six seven eight nine ten one two three four five six seven eight nine ten | true"
            })
    void readsLikeSentencesOrNot(String text, boolean prose) {
        assertThat(line(text).prose()).isEqualTo(prose);
    }

    @Test
    void aSentenceOfLinksIsNoProse() {
        String sentence = "The ferry crossed the lake again on Friday, after two winters.";
        assertThat(Pages.outline("<p><a href=/a>" + sentence + "</a></p>")
                        .lines()
                        .get(0)
                        .prose())
                .isFalse();
    }

    @Test
    void saysTheSameInOtherMarksAndCapitals() {
        assertThat(line("The Ferry: “Back”!").says(Key.of("the ferry back"))).isTrue();
        assertThat(line("The Ferry: “Back”!").says(Key.of("the ferry backs"))).isFalse();
        assertThat(line("...").says("")).isFalse();
    }

    @Test
    void theFirstRuleThatTakesALineIsTheReason() {
        Line line = line("The ferry is back.");
        line.remove("share", "sharebar");
        line.remove("tail", null);
        assertThat(line.kept()).isFalse();
        assertThat(line.removedBy).isEqualTo("share");
        assertThat(line.value).isEqualTo("sharebar");
    }

    @Test
    void aLineThatIsRestoredWasNeverTaken() {
        Line line = line("The ferry is back.");
        line.remove("share", "sharebar");
        line.restore();
        assertThat(line.kept()).isTrue();
        assertThat(line.value).isNull();
    }

    private static Line line(String text) {
        return Pages.outline("<p>" + text + "</p>").lines().get(0);
    }
}
