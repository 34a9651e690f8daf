package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model of direction hears of a sentence, whatever it makes of it; the date in each is marked. */
class TenseTest {
    private static final LinearModel NONE = new LinearModel(Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The mayor came on [Sunday].                   | left:P",
                "en | The mayor arrived on [Sunday].                | left:P",
                "en | The mayor will come on [Sunday].              | left:W",
                "en | The mayor'll come on [Sunday].                | left:W",
                "en | The vote will be held on [Sunday].            | left:W",
                "en | The vote is to be held on [Sunday].           | left:FI",
                "en | The mayor is due on [Sunday].                 | left:FI",
                "en | The mayor was due on [Sunday].                | left:FP",
                "en | The mayor, on [Sunday].                       | left:N",
                "en | On [Sunday] the mayor came.                   | alone:P",
                "en | On [Sunday] the mayor will come.              | right:W",
                "en | He came. The mayor, on [Sunday].              | left:N",
                "de | Die Bürgermeisterin kam am [Sonntag].         | left:P",
                "de | Die Bürgermeisterin wird am [Sonntag] kommen. | left:W",
                "de | Die Bürgermeisterin soll am [Sonntag] kommen. | left:F",
                "fr | La maire viendra [dimanche].                  | left:W",
                "es | La alcaldesa llegará el [domingo].            | left:W"
            })
    void hearsVerbsOnBothSides(String language, String sentence, String feature) {
        assertThat(features(language, sentence, 3, 4)).contains(feature);
    }

    @Test
    void hearsNothingElseBesideWill() {
        assertThat(features("en", "It will come on [Sunday].", 3, 4))
                .containsExactlyInAnyOrder("left:W", "before:on", "DAY:before:on");
    }

    @Test
    void doesNotHearBeyondAFullStopOrFarAway() {
        assertThat(features("en", "It came. And on [Sunday] it rains", 3, 4)).contains("left:N");
        assertThat(features("en", "It came, " + "very ".repeat(12) + "late on [Sunday]", 3, 4))
                .contains("left:N");
    }

    @ParameterizedTest
    @CsvSource({"2, 5, DAY:justPast", "4, 3, DAY:halfway", "5, 2, DAY:justAhead", "0, 7, DAY:justPast"})
    void knowsHowNearAWeekdayIs(long behind, long ahead, String feature) {
        assertThat(features("en", "It rained on [Sunday].", behind, ahead)).contains(feature);
    }

    @ParameterizedTest
    @CsvSource({"10, 355, DATE:back", "355, 10, DATE:forth", "0, 365, DATE:now"})
    void knowsWhichDateOfTheYearIsNearer(long behind, long ahead, String feature) {
        assertThat(features("en", "It rained on [Sunday].", behind, ahead)).contains(feature);
    }

    @Test
    void looksAheadWhereTheModelSaysMoreThanNothing() {
        assertThat(tense("en", "It will come on [Sunday].", NONE).isFuture(Unit.DAY, 3, 4))
                .isFalse();
        LinearModel ahead = new LinearModel(Map.of("left:W", 0.5));
        assertThat(tense("en", "It will come on [Sunday].", ahead).isFuture(Unit.DAY, 3, 4))
                .isTrue();
    }

    private static List<String> features(String language, String sentence, long behind, long ahead) {
        return tense(language, sentence, NONE).features(Unit.DAY, behind, ahead);
    }

    private static Tense tense(String language, String sentence, LinearModel model) {
        List<Token> tokens = Tokenizer.tokens(sentence.replace("[", "").replace("]", ""));
        int begin =
                Tokenizer.tokens(sentence.substring(0, sentence.indexOf('['))).size();
        Match.Part part = new Match.Part(begin, begin + 1, new Meaning(), false);
        return new Tense(tokens, Language.read(language), model, part);
    }
}
