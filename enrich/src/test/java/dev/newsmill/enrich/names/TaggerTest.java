package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the tagger whatever its model has learnt. */
class TaggerTest {
    private static final Tagger TAGGER = Tagger.load();
    private static final String STORY = "Norwegian Prime Minister Jonas Lund met Anna Berg of the North Sea Council in "
            + "Bergen on Monday. The council said that Norway and Germany would share the harbour. ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                STORY,
                "STORM SHUTS U.S. PORT",
                "Jonas Lund, Anna Berg, Ida Holm, Per Vik and Ole Dahl, all of Oslo, left.",
                "北京 上海 Москва Αθήνα القاهرة",
                "( Lund ) [ Berg ] “ Holm ” ' Vik '"
            })
    void givesSpansInOrderThatDoNotOverlap(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        int end = -1;
        for (Tagger.Span span : TAGGER.tag(tokens)) {
            assertThat(span.first()).isGreaterThan(end);
            assertThat(span.last()).isBetween(span.first(), tokens.size() - 1);
            assertThat(span.type()).isBetween(0, Labels.CLASSES.size() - 1);
            end = span.last();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "...", "it rained all day , and 12 men came"})
    void findsNoNamesWhereThereAreNone(String text) {
        assertThat(TAGGER.tag(Tokenizer.tokenize(text))).isEmpty();
    }

    @Test
    void staysInsideSentences() {
        Tokens tokens = Tokenizer.tokenize("They went to Oslo. Jonas Lund stayed. Anna Berg left Bergen.");
        for (Tagger.Span span : TAGGER.tag(tokens))
            assertThat(tokens.sentenceOf(span.first())).isEqualTo(tokens.sentenceOf(span.last()));
    }

    @Test
    void findsNamesInAllPartsOfALongText() {
        int times = 1_500;
        Tokens tokens = Tokenizer.tokenize(STORY.repeat(times));
        assertThat(tokens.size()).isGreaterThan(40_000);
        List<Tagger.Span> spans = TAGGER.tag(tokens);
        assertThat(spans.stream().filter(span -> words(tokens, span).equals("Jonas Lund")))
                .hasSize(times);
    }

    @Test
    void tagsAPartAsItTagsItAlone() {
        Tokens tokens = Tokenizer.tokenize(STORY + "\n\n" + STORY);
        Tokens alone = Tokenizer.tokenize(STORY);
        Tokens part = tokens.part(2, 4);
        assertThat(TAGGER.tag(part)).isEqualTo(TAGGER.tag(alone));
    }

    @Test
    void saysTheSameOnManyThreads() {
        Tokens tokens = Tokenizer.tokenize(STORY);
        List<Tagger.Span> once = TAGGER.tag(tokens);
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> TAGGER.tag(tokens)))
                .containsOnly(once);
    }

    @Test
    void dampsWhatTheFirstPassSays() {
        FirstPass pass = TAGGER.first(Tokenizer.tokenize(STORY));
        int[] whole = pass.damped(1);
        int[] half = pass.damped(0.5f);
        for (int i = 0; i < whole.length; i++) assertThat(half[i]).isEqualTo(Math.round(whole[i] * 0.5f));
        assertThat(pass.damped(0)).containsOnly(0);
        assertThat(pass.labels()).hasSize(whole.length / Labels.COUNT);
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> Tagger.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }

    private static String words(Tokens tokens, Tagger.Span span) {
        return tokens.words(span.first(), span.last());
    }
}
