package dev.newsmill.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TokenizerTest {

    @ParameterizedTest
    @CsvFileSource(resources = "tokens.csv", delimiter = '\t', quoteCharacter = '\0')
    void cutsAText(String text, String expected) {
        assertThat(String.join(" | ", words(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "sentences.csv", delimiter = '\t', quoteCharacter = '\0')
    void findsTheSentences(String text, String expected) {
        assertThat(String.join(" | ", sentences(text.replace("\\n", "\n")))).isEqualTo(expected);
    }

    @Test
    void findsTheTokenAtAnOffset() {
        Tokens tokens = Tokenizer.tokenize("Anna  met Ben");
        assertThat(tokens.tokenAt(0)).isZero();
        assertThat(tokens.tokenAt(4)).isEqualTo(1);
        assertThat(tokens.tokenAt(12)).isEqualTo(2);
        assertThat(tokens.tokenAt(13)).isEqualTo(3);
    }

    @Test
    void hasNoTokenInAnEmptyText() {
        assertThat(Tokenizer.tokenize(" \u00a0\n").size()).isZero();
        assertThat(Tokenizer.tokenize("").sentenceCount()).isZero();
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) words.add(tokens.word(i));
        return words;
    }

    private static List<String> sentences(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        List<String> found = new ArrayList<>();
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            found.add(tokens.words(tokens.sentenceBegin(s), tokens.sentenceEnd(s) - 1)
                    .replace("\n", "\\n"));
        }
        return found;
    }
}
