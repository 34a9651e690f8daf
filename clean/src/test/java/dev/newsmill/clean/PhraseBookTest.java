package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.clean.PhraseBook.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void wantsWholeWords() {
        assertThat(book.find(Kind.SHARE, "Shareholders met on Monday")).isNull();
    }

    @Test
    void takesTheLongestOpening() {
        assertThat(book.opening(Kind.DATE, "Last updated on Monday")).isEqualTo("last updated");
    }
}
