package dev.newsmill.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class TokenizerFuzzTest {

    @FuzzTest
    void coversAnyTextInOrder(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Tokens tokens = Tokenizer.tokenize(text);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.begin(i)).isGreaterThanOrEqualTo(at).isLessThan(tokens.end(i));
            assertThat(isBlank(text, at, tokens.begin(i))).isTrue();
            at = tokens.end(i);
        }
        assertThat(isBlank(text, at, text.length())).isTrue();
        assertSentencesAreInOrder(tokens);
    }

    private static void assertSentencesAreInOrder(Tokens tokens) {
        int at = 0;
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            assertThat(tokens.sentenceBegin(s)).isEqualTo(at);
            assertThat(tokens.sentenceEnd(s)).isGreaterThan(at);
            at = tokens.sentenceEnd(s);
        }
        assertThat(at).isEqualTo(tokens.size());
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) if (!Chars.isBlank(text.charAt(i))) return false;
        return true;
    }
}
