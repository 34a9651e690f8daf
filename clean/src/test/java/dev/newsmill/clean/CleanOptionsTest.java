package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.Article;
import dev.newsmill.stage.Outcome;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CleanOptionsTest {
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>"
                    + "<p>It carried forty bicycles and a goat, the harbour master said, laughing at the goat.</p>";

    @Test
    void haveDefaults() {
        assertThat(CleanOptions.of(Map.of())).isEqualTo(CleanOptions.DEFAULT);
    }

    @Test
    void areRead() {
        assertThat(CleanOptions.of(Map.of(
                        "clean.min-chars", " 50 ",
                        "clean.max-bytes", "1000",
                        "clean.max-removed", "0",
                        "clean.off", "share, tail,,")))
                .isEqualTo(new CleanOptions(50, 1000, 0, Set.of("share", "tail")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clean.min-chars   | 0    | clean.min-chars is 0; use 1 or more",
                "clean.max-bytes   | -1   | clean.max-bytes is -1; use 1 or more",
                "clean.max-removed | -1   | clean.max-removed is -1; use 0 or more",
                "clean.min-chars   | many | clean.min-chars is 'many'; use a whole number"
            })
    void sayWhatIsWrongWithThem(String name, String value, String message) {
        assertThatThrownBy(() -> CleanOptions.of(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aPageIsAsLongAsTheySay() {
        assertThat(clean(options("clean.min-chars", "500"))).isInstanceOf(Outcome.Drop.class);
        assertThat(clean(options("clean.min-chars", "50"))).isInstanceOf(Outcome.Emit.class);
    }

    @Test
    void noMoreBytesAreReadThanTheySay() {
        Article article = emitted(options("clean.max-bytes", String.valueOf(TEXT.indexOf("laughing"))));
        assertThat(article.text()).endsWith("the harbour master said,");
    }

    @ParameterizedTest
    @MethodSource("dev.newsmill.clean.Lesson#rules")
    void eachRuleCanBeSwitchedOff(String rule) {
        assertThat(clean(options("clean.off", rule))).isInstanceOf(Outcome.Emit.class);
    }

    @Test
    void whatARuleWouldTakeStaysWhereItIsOff() {
        String page = "<main>" + TEXT + "<p>14:05</p>" + TEXT.replace("goat", "cow") + "</main>";
        CleanOptions all = options("clean.off", "judge");
        CleanOptions fewer = options("clean.off", "judge,clock");
        assertThat(emitted(all, page).text()).doesNotContain("14:05");
        assertThat(emitted(fewer, page).text()).contains("14:05");
    }

    private static CleanOptions options(String name, String value) {
        return CleanOptions.of(Map.of(name, value));
    }

    private static Outcome<Article> clean(CleanOptions options) {
        return new Cleaner(options).clean(Pages.page(TEXT));
    }

    private static Article emitted(CleanOptions options) {
        return emitted(options, TEXT);
    }

    private static Article emitted(CleanOptions options, String page) {
        return ((Outcome.Emit<Article>) new Cleaner(options).clean(Pages.page(page))).value();
    }
}
