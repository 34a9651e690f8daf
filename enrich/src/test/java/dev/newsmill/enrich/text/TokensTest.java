package dev.newsmill.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Anna met Ben. They left.",
                "\u00a0\u2003Jonas\u00a0Lund\u200b\u200b met “Anna”\u2026",
                "Photo:Jo Lund/NewsPix\n\n\nBERGEN—It rained.It stopped",
                "\ud83d\ude00 Zoe\u0308\u0301 \ud83d lone \ude00",
                "\u202e\u05e9\u05dc\u05d5\u05dd \u0642\u0627\u0644 \u0663\u0664",
                "a\u0000b\u0007c\ufeffd\u2028e\u0085f",
                "....,,,,----((((\u201c\u201c\u201c\u201d\u201d",
                "https://news.example/a?b=c&d=e#f www.news.example info@news.example",
                "5 p.m. Jan. 3, 1.000,50 3.5% $4bn A-B-C d'Or O'Brien's",
            })
    void cutTheTextIntoPiecesThatLeaveOutOnlyBlanks(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.begin(i)).isGreaterThanOrEqualTo(at);
            assertThat(tokens.end(i)).isGreaterThan(tokens.begin(i));
            assertThat(isBlank(text, at, tokens.begin(i))).isTrue();
            assertThat(tokens.word(i)).hasSize(tokens.length(i)).startsWith(String.valueOf(tokens.firstChar(i)));
            at = tokens.end(i);
        }
        assertThat(isBlank(text, at, text.length())).isTrue();
        assertThat(tokens.sentenceCount() == 0 ? 0 : tokens.sentenceEnd(tokens.sentenceCount() - 1))
                .isEqualTo(tokens.size());
    }

    private static boolean isBlank(String text, int begin, int end) {
        return text.substring(begin, end).chars().allMatch(c -> Chars.isBlank((char) c));
    }

    @Test
    void areFoundByAnyOffsetInsideThem() {
        for (int i = 0; i < TOKENS.size(); i++) {
            for (int at = TOKENS.begin(i); at < TOKENS.end(i); at++)
                assertThat(TOKENS.tokenAt(at)).isEqualTo(i);
        }
    }

    @Test
    void lieInTheSentenceThatHoldsThem() {
        for (int s = 0; s < TOKENS.sentenceCount(); s++) {
            for (int i = TOKENS.sentenceBegin(s); i < TOKENS.sentenceEnd(s); i++) {
                assertThat(TOKENS.sentenceOf(i)).isEqualTo(s);
            }
        }
    }

    @Test
    void compareWithWordsInAnyCaseOnlyWhereAsked() {
        Tokens tokens = Tokenizer.tokenize("Anna MET ben");
        assertThat(tokens.is(1, "MET")).isTrue();
        assertThat(tokens.is(1, "met")).isFalse();
        assertThat(tokens.isIgnoringCase(1, "met")).isTrue();
        assertThat(tokens.isIgnoringCase(1, "meet")).isFalse();
        assertThat(tokens.is(0, 'A')).isFalse();
    }
}
