package dev.newsmill.enrich.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.message.Similarity;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
