package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.clean.PhraseBook.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseBookTest {
    private final PhraseBook book = PhraseBook.load();

    @ParameterizedTest
    @CsvSource({
        "RELATED,Read more: The goat speaks",
        "RELATED,» Lesen Sie auch: Die Ziege spricht",
        "RELATED,À lire aussi Le retour du bac",
        "RELATED,Lea también: El regreso",
        "RELATED,Leggi anche: Il ritorno",
        "RELATED,Leia também: O regresso",
        "RELATED,Lees ook: De terugkeer",
        "RELATED,Czytaj także: Powrót",
        "RELATED,Читайте также: Возвращение",
        "RELATED,اقرأ أيضا: العودة",
        "RELATED,相关阅读：归来",
        "RELATED,関連記事",
        "NEWSLETTER,Get it all: sign up for our newsletter today",
        "COPYRIGHT,© 2024 Lakeside Post",
        "AD,Advertisement"
    })
    void findsPhrasesInEveryLanguage(Kind kind, String line) {
        assertThat(book.find(kind, line)).isNotNull();
        long kinds = book.kinds(line);
        assertThat(PhraseBook.opens(kind, kinds) || PhraseBook.holds(kind, kinds))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "phrases.csv", numLinesToSkip = 1, delimiter = '|')
    void knowsWhatALineIs(Kind kind, String line) {
        long kinds = book.kinds(line);
        assertThat(PhraseBook.opens(kind, kinds) || PhraseBook.holds(kind, kinds))
                .isTrue();
        assertThat(line.toLowerCase(Locale.ROOT).replace('’', '\'')).contains(String.valueOf(book.find(kind, line)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "phrases.csv", numLinesToSkip = 1, delimiter = '|')
    void findsNothingElseInTheMiddleOfWords(Kind kind, String line) {
        String inside = "x" + line;
        assertThat(book.opening(kind, inside)).isNull();
        assertThat(PhraseBook.opens(kind, book.kinds(inside))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", "The ferry crossed the lake", "Die Ziege schwimmt", "山羊会游泳", "Коза плывёт"})
    void knowsNoPhrasesInText(String line) {
        assertThat(book.kinds(line)).isZero();
    }

    @Test
    void looksForPhrasesOnlyInShortLines() {
        String line = "Nobody had asked the goat. ".repeat(20) + "Already a subscriber?";
        assertThat(book.find(Kind.PAYWALL, line)).isNull();
        assertThat(book.find(Kind.SHARE, "Share this " + line)).isEqualTo("share this");
    }

    @Test
    void skipsAFewMarksBeforeTheWords() {
        assertThat(book.opening(Kind.RELATED, "→ • » Read more")).isEqualTo("read more");
        assertThat(book.opening(Kind.RELATED, "→ → → → → Read more")).isNull();
    }

    @Test
    void wantsWholeWords() {
        assertThat(book.find(Kind.SHARE, "Shareholders met on Monday")).isNull();
    }

    @Test
    void takesTheLongestOpening() {
        assertThat(book.opening(Kind.DATE, "Last updated on Monday")).isEqualTo("last updated");
    }
}
