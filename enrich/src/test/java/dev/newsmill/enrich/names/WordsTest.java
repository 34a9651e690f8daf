package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tagger sees of a word, with a table of three words that have clusters. */
class WordsTest {
    private static final WordClusters CLUSTERS = clusters();

    @ParameterizedTest
    @CsvSource({
        "harbour, 0",
        "Harbour, 1",
        "A, 1",
        "NATO, 2",
        "McLund, 3",
        "iPhone, 3",
        "2021, 4",
        "21st, 0",
        "!, 5",
        "“, 5",
        "Ångström, 1",
        "zürich, 0",
    })
    void haveAKindByTheirCapitals(String word, int kind) {
        assertThat(words(word).kind[0]).isEqualTo((byte) kind);
    }

    @ParameterizedTest
    @CsvSource({"Paris, London", "U.S., U.N.", "NATO, BERGEN", "1998, 2021", "O'Brien, D'Orsay", "don’t, can't"})
    void haveTheSameFormAsWordsWrittenAlike(String one, String other) {
        assertThat(words(one).shape[0]).isEqualTo(words(other).shape[0]);
    }

    @ParameterizedTest
    @CsvSource({"Paris, paris", "Paris, PARIS", "NATO, U.N.", "1998, ninety"})
    void haveAnotherFormThanWordsWrittenOtherwise(String one, String other) {
        assertThat(words(one).shape[0]).isNotEqualTo(words(other).shape[0]);
    }

    @Test
    void areTheSameInAnyCaseAndTheirDigitsAreAll0() {
        assertThat(words("Harbour").lower[0]).isEqualTo(words("HARBOUR").lower[0]);
        assertThat(words("Harbour").raw[0]).isNotEqualTo(words("HARBOUR").raw[0]);
        assertThat(words("2021").lower[0]).isEqualTo(words("1998").lower[0]);
    }

    @Test
    void haveClustersWhereTheTableHoldsThem() {
        Words words = words("Harbour in Oslo");
        assertThat(words.cluster(0, 0)).isEqualTo(1);
        assertThat(words.cluster(2, 3)).isEqualTo(7);
        assertThat(words("unheard").cluster(0, 0)).isZero();
    }

    @Test
    void formChainsOfCapitals() {
        Words words = words("in Bosnia-Herzegovina the Berg & Holm office");
        assertThat(words.chainBegin[1]).isEqualTo(1);
        assertThat(words.chainEnd[1]).isEqualTo(4);
        assertThat(words.chainEnd[5]).isEqualTo(8);
        assertThat(words.chainEnd[0]).isEqualTo(1);
    }

    @Test
    void knowHowTheTextWritesThemElsewhere() {
        Words words = words("Shares fell. The shares of Lund fell. Lund left.");
        assertThat(words.usage[0]).isEqualTo((byte) WordUsage.SMALL);
        assertThat(words.usage[6]).isEqualTo((byte) WordUsage.CAPITAL);
        assertThat(words.usage[9]).isEqualTo((byte) WordUsage.CAPITAL);
    }

    @Test
    void learnNothingFromATitle() {
        Words words = words("Harbour Shares Fall Again\n\nNobody sold them.");
        assertThat(words.usage[1]).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Lund left , she said .|true", "Lund left, she said.|false", "no marks|false"})
    void tellTheStyleOfCorporaByTheirCommas(String text, boolean spaced) {
        assertThat(words(text).spaced).isEqualTo(spaced);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"it rained , 12 times|false", "it rained on Anna|true", "北京|true", "... !!|false"})
    void mayHoldNames(String text, boolean may) {
        Words words = words(text);
        assertThat(words.mayHaveNames(0, words.tokens.size())).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norwegian Prime Minister Jonas Lund met Anna Berg in Bergen, on Monday.",
                "STORM SHUTS U.S. PORT",
                "A",
                "\ud83d\ude00 Zoe\u0308 \ud83d",
            })
    void haveTheSameFeaturesWheneverAskedAndNoMoreThanThereIsRoomFor(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        Features features = Features.of(tokens, CLUSTERS);
        Features others = Features.of(tokens, CLUSTERS);
        features.sentence(0, tokens.size());
        others.sentence(0, tokens.size());
        for (int i = tokens.size() - 1; i >= 0; i--) others.find(i);
        for (int i = 0; i < tokens.size(); i++) {
            int count = features.find(i);
            long[] found = Arrays.copyOf(features.found(), count);
            assertThat(count).isBetween(50, Features.MAX);
            assertThat(others.find(i)).isEqualTo(count);
            assertThat(Arrays.copyOf(others.found(), count)).isEqualTo(found).doesNotContain(0);
        }
    }

    @Test
    void haveFeaturesThatDoNotReachOverTheSentence() {
        long[] alone = features("Lund left.", 0, 0);
        long[] followed = features("Lund left. Anna Berg came.", 0, 0);
        assertThat(followed).isEqualTo(alone);
    }

    private static long[] features(String text, int sentence, int token) {
        Tokens tokens = Tokenizer.tokenize(text);
        Features features = Features.of(tokens, CLUSTERS);
        features.sentence(tokens.sentenceBegin(sentence), tokens.sentenceEnd(sentence));
        return Arrays.copyOf(features.found(), features.find(token));
    }

    private static Words words(String text) {
        return new Words(Tokenizer.tokenize(text), CLUSTERS);
    }

    private static WordClusters clusters() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            short[] clusters = {1, 2, 3, 4, 4, 5, 6, 7, 1, 2, 8, 9};
            WordClusters.write(List.of("harbour", "oslo", "port"), clusters, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WordClusters.read(ByteBuffer.wrap(bytes.toByteArray()));
    }
}
