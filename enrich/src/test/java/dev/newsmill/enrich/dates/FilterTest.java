package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final String TEXT = "He waited for a second time in 2021.";
    private static final List<Token> TOKENS = Tokenizer.tokens(TEXT);
    private static final Match.Part SECOND = new Match.Part(3, 5, Rule.fields("n=1 u=second"), false);
    private static final Match.Part YEAR = new Match.Part(7, 8, Rule.fields("y=2021"), false);

    @Test
    void keepsAllWithoutAModel() {
        assertThat(new Filter(null).keeps(TOKENS, SECOND)).isTrue();
    }

    @Test
    void keepsWhatItsModelSpeaksFor() {
        Filter filter = new Filter(new LinearModel(Map.of("bias", 1.0, "after:time", -2.0)));
        assertThat(filter.keeps(TOKENS, SECOND)).isFalse();
        assertThat(filter.keeps(TOKENS, YEAR)).isTrue();
    }

    @Test
    void goesByTheWordsAndThoseBesideThem() {
        assertThat(Filter.features(TOKENS, SECOND))
                .contains(
                        "bias",
                        "text:a second",
                        "head:second",
                        "first:a",
                        "before:for",
                        "after:time",
                        "text+before:a second|for",
                        "head+after:second|time")
                .doesNotHaveDuplicates();
    }

    @Test
    void seesOfNumbersOnlyThatTheyAreSome() {
        assertThat(Filter.features(TOKENS, YEAR)).contains("text:0", "head:2021", "before:in", "after:.");
    }

    @Test
    void seesWhereASentenceOrAParagraphBegins() {
        List<Token> tokens = Tokenizer.tokens("Now it rains.\n\nNow it pours, and Now");
        Meaning now = Rule.fields("ref=present_ref");
        assertThat(Filter.features(tokens, new Match.Part(0, 1, now, false))).contains("case:now|truetrue", "before:");
        assertThat(Filter.features(tokens, new Match.Part(4, 5, now, false))).contains("case:now|truetrue");
        assertThat(Filter.features(tokens, new Match.Part(9, 10, now, false))).contains("case:now|truefalse", "after:");
    }

    @Test
    void aModelIsASumOfWeights() {
        LinearModel model = new LinearModel(Map.of("a", 0.5, "b", -2.0));
        assertThat(model.score(List.of("a", "a", "b", "unknown"))).isEqualTo(-1.0);
        assertThat(model.score(List.of())).isZero();
    }
}
