package dev.newsmill.enrich.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.message.Similarity;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final String REPORT = words(1, 400);

    @Test
    void isOneForTheSameWordsInAnotherDress() {
        assertThat(Similarity.of(signature(REPORT), signature(REPORT.toUpperCase(java.util.Locale.ROOT) + "!\n")))
                .isEqualTo(1);
    }

    @Test
    void isNearZeroForOtherWords() {
        assertThat(Similarity.of(signature(REPORT), signature(words(2, 400)))).isLessThan(0.05);
    }

    @Test
    void estimatesTheShareOfCommonTriples() {
        String half = REPORT.substring(0, REPORT.length() / 2) + words(3, 200);
        assertThat(Similarity.of(signature(REPORT), signature(half))).isCloseTo(1.0 / 3, within(0.12));
    }

    @Test
    void findsACopyWithAnotherFirstSentence() {
        String copy = words(4, 20) + REPORT;
        assertThat(Similarity.of(signature(REPORT), signature(copy))).isGreaterThan(Similarity.SAME_REPORT);
    }

    @Test
    void staysTheSameForEver() {
        assertThat(signature("A harbour is closed for one winter after a storm broke the outer wall."))
                .startsWith("01")
                .hasSize(258)
                .isEqualTo(signature("a HARBOUR is closed, for one winter -- after a storm broke the outer wall"));
    }

    /** What archives hold must stay comparable: whoever changes a line here gives the signature a new version byte. */
    @ParameterizedTest
    @CsvFileSource(resources = "signatures.csv", delimiter = '|', numLinesToSkip = 1)
    void isTheSameInEveryVersion(String text, String first, String second, String third) {
        assertThat(signature(text)).isEqualTo(first + second + third);
    }

    @Test
    void hasAVersionByteInFront() {
        assertThat(signature(REPORT)).startsWith("0" + Signature.VERSION).matches("[0-9a-f]{258}");
    }

    @Test
    void doesNotChangeWithMarksSpacesAndCase() {
        String plain = "a harbour is closed for one winter after a storm broke the outer wall";
        assertThat(signature(
                        "A\u00a0HARBOUR —\n\n“is closed”; for (one) winter,\tafter a storm: broke the outer wall!!!"))
                .isEqualTo(signature(plain));
    }

    @Test
    void changesWithTheOrderOfTheWords() {
        String[] words = REPORT.split(" ");
        Collections.reverse(Arrays.asList(words));
        assertThat(Similarity.of(signature(REPORT), signature(String.join(" ", words))))
                .isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 25, 50, 75, 90})
    void fallsAsMoreWordsAreOthers(int percent) {
        int from = REPORT.length() * percent / 100;
        String changed = words(7, 4 * percent) + REPORT.substring(from);
        double common = (100.0 - percent) / (100 + percent);
        assertThat(Similarity.of(signature(REPORT), signature(changed))).isCloseTo(common, within(0.15));
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        String expected = signature(REPORT);
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> signature(REPORT)))
                .hasSize(64)
                .containsOnly(expected);
    }

    @Test
    void hasNoSignatureForAFewWords() {
        assertThat(Signature.of(Tokenizer.tokenize("Harbour closed for one winter")))
                .isNull();
    }

    @Test
    void refusesWhatIsNoSignature() {
        assertThatIllegalArgumentException().isThrownBy(() -> Similarity.of("01", signature(REPORT)));
    }

    private static String signature(String text) {
        return Objects.requireNonNull(Signature.of(Tokenizer.tokenize(text)));
    }

    private static String words(long seed, int count) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.append("word")
                    .append((char) ('a' + random.nextInt(26)))
                    .append(random.nextInt(500))
                    .append(' ');
        return text.toString();
    }
}
