package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguageReaderTest {
    private static final String ENGLISH =
            "The ferry crossed the lake again on Friday, after two winters in the yard, and the whole"
                    + " town came down to the pier to see it. The harbour master said that nobody had believed in it any more.";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "languages.csv", delimiter = '|', quoteCharacter = '\0')
    void hearsTheLanguageOfTheText(String language, String text) {
        assertThat(read(text, null).language).isEqualTo(language);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "languages.csv", delimiter = '|', quoteCharacter = '\0')
    void saysTheSameEachTime(String language, String text) {
        assertThat(LanguageDetector.shared().guess(text, expected -> false))
                .isEqualTo(LanguageDetector.shared().guess(text, expected -> false));
    }

    @Test
    void keepsTheRegionThatThePageDeclares() {
        assertThat(read(ENGLISH, "en-GB").language).isEqualTo("en-GB");
    }

    @Test
    void believesTheTextWhereThePageDeclaresAnother() {
        Facts facts = read(ENGLISH, "de-DE");
        assertThat(facts.language).isEqualTo("en");
        assertThat(facts.evidence.get("language")).satisfies(evidence -> {
            assertThat(evidence.source()).isEqualTo("text");
            assertThat(evidence.losers()).extracting("raw").containsExactly("de-DE");
        });
    }

    @Test
    void namesTheTextAmongTheLosersWhereThePageIsRight() {
        assertThat(read(ENGLISH, "en-GB").evidence.get("language"))
                .satisfies(evidence ->
                        assertThat(evidence.losers()).extracting("source").containsExactly("text"));
    }

    @Test
    void believesThePageWhereTheTextIsTooShortToTell() {
        assertThat(read("Fähre fährt wieder.", "en").language).isEqualTo("en");
    }

    @Test
    void doesNotContradictAmongLanguagesThatLookAlike() {
        String norwegian =
                "Fergen krysset innsjøen igjen på fredag etter to vintre på verkstedet, og hele byen kom ned til"
                        + " bryggen for å se på. Havnesjefen sa at ingen hadde trodd på det lenger, og at billetten blir dyrere.";
        assertThat(read(norwegian, "nb-NO").language).isEqualTo("nb-NO");
    }

    @Test
    void doesNotBelieveAForeignOpening() {
        String opening =
                "Deprecated: Assigning the return value of new by reference is deprecated in settings on line 12. "
                        .repeat(5);
        String german =
                "Die Fähre fährt seit Freitag wieder über den See, nach zwei Wintern in der Werft, und die ganze Stadt "
                        .repeat(12);
        assertThat(read(opening + german, "de").language).isEqualTo("de");
    }

    @Test
    void takesTheLikelierLanguageWhereThePageDeclaresNone() {
        String dutch =
                "De veerboot vaart sinds vrijdag weer over het meer, na twee winters op de werf, en iedereen kwam kijken. ";
        assertThat(read(ENGLISH.repeat(3) + dutch.repeat(3), null).language).isIn("en", "nl");
    }

    @Test
    void saysNothingWhereNobodyKnows() {
        assertThat(read("12 34 56", null).language).isNull();
    }

    private static Facts read(String text, @Nullable String declared) {
        Facts facts = new Facts();
        if (declared != null) facts.languages.add(new Found("html", "html[lang]", declared));
        LanguageReader.read(facts, text);
        return facts;
    }
}
