package dev.newsmill.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Tokens TOKENS = Tokenizer.tokenize("One came. Two left.\nThree stayed.");

    @Test
    void knowTheirSentence() {
        assertThat(TOKENS.sentenceCount()).isEqualTo(3);
        assertThat(TOKENS.sentenceOf(0)).isZero();
        assertThat(TOKENS.sentenceOf(3)).isEqualTo(1);
        assertThat(TOKENS.sentenceOf(TOKENS.size() - 1)).isEqualTo(2);
    }

    @Test
    void ofAPartKeepTheirOffsets() {
        Tokens part = TOKENS.part(1, 3);
        assertThat(part.sentenceCount()).isEqualTo(2);
        assertThat(part.word(0)).isEqualTo("Two");
        assertThat(part.begin(0)).isEqualTo(10);
        assertThat(part.sentenceBegin(1)).isEqualTo(3);
    }

    @Test
    void knowWhereALineBegins() {
        assertThat(TOKENS.startsLine(0)).isTrue();
        assertThat(TOKENS.startsLine(3)).isFalse();
        assertThat(TOKENS.startsLine(6)).isTrue();
    }

    @Test
    void knowWhatTheyTouch() {
        Tokens tokens = Tokenizer.tokenize("Reuters/AFP said");
        assertThat(tokens.joined(1)).isTrue();
        assertThat(tokens.joined(2)).isTrue();
        assertThat(tokens.joined(3)).isFalse();
    }
}
