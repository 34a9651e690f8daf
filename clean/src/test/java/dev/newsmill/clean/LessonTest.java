package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LessonTest {
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>";
    private static final Page PAGE = Pages.page("<body><nav><ul><li><a href=/>Home</a></ul></nav><main id=m>"
            + TEXT.repeat(3) + "</main><footer><p>Imprint and privacy</p></footer></body>");

    private final Cleaner cleaner = new Cleaner();
    private final Lesson lesson = Objects.requireNonNull(Lesson.of(cleaner, PAGE));

    @Test
    void isOnePerPageOfHtml() {
        Page text = Page.of(
                "file:///a.txt",
                "The ferry".getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/plain"));
        assertThat(Lesson.of(cleaner, text)).isNull();
        assertThat(Lesson.of(cleaner, Pages.page("\u0000\u0001".repeat(200)))).isNull();
    }

    @Test
    void showsTheLinesOfThePage() {
        assertThat(lesson.size()).isEqualTo(5);
        assertThat(lesson.text(0)).isEqualTo("Home");
        assertThat(lesson.words(1)).isEqualTo(14);
        assertThat(lesson.path(4)).endsWith("footer > p");
        assertThat(lesson.site()).isEqualTo("lakesidepost.example");
    }

    @Test
    void showsNumbersOfLinesThatNeedAJudge() {
        assertThat(lesson.first(0)).isNull();
        assertThat(lesson.first(1)).hasSize(Features.COUNT);
        float[][] second = lesson.second(new float[] {0, 0.9f, 0.9f, 0.9f, 0.1f});
        assertThat(second[0]).isNull();
        assertThat(second[1]).hasSize(Judge.Opinions.COUNT).startsWith(lesson.first(1));
    }

    @Test
    void findsTheElementOverWhichGainsSumUpToTheMost() {
        assertThat(lesson.richest(new float[] {-1, 1, 1, 1, -1})).containsExactly(1, 4);
        assertThat(lesson.richest(new float[] {-1, 2, -3, 1, -1})).containsExactly(1, 2);
        assertThat(lesson.richest(new float[] {1, 1, 1, 1, 1})).containsExactly(0, 5);
        assertThat(lesson.richest(new float[] {-1, -1, -1, -1, -1})).isNull();
    }

    @Test
    void isCleanedAgainAndAgainWithoutBeingReadAgain() {
        CleanOptions rules = new CleanOptions(120, 1 << 20, 60, Set.of("judge"));
        assertThat(lesson.clean(cleaner)).isEqualTo(cleaner.clean(PAGE));
        assertThat(lesson.clean(new Cleaner(rules))).isEqualTo(new Cleaner(rules).clean(PAGE));
        assertThat(lesson.clean(cleaner)).isEqualTo(cleaner.clean(PAGE));
    }

    @Test
    void saysWhatBecameOfALine() {
        lesson.clean(cleaner);
        assertThat(lesson.removedBy(1)).isNull();
        assertThat(lesson.removedBy(4)).isNotNull();
        assertThat(lesson.probability(1)).isGreaterThan(lesson.probability(4));
    }

    @Test
    void namesTheRulesThatCanBeSwitchedOff() {
        assertThat(Lesson.rules()).contains("share", "tail", "link-line").doesNotHaveDuplicates();
    }
}
