package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What phrases say of time, alone and in a range. */
class MeaningTest {
    @Test
    void saysNothingAtFirst() {
        Meaning meaning = new Meaning();
        assertThat(meaning).hasToString("");
        assertThat(Stream.of(Field.values()).filter(meaning::has)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> meaning.get(Field.Y)).withMessage("no Y");
        assertThat(meaning.getOr(Field.Y, 7)).isEqualTo(7);
    }

    @Test
    void forgetsWhatIsCleared() {
        assertThat(Rule.fields("y=2021 m=5").clear(Field.M)).hasToString("Y=2021");
    }

    @Test
    void takesOverAllThatAnotherSays() {
        Meaning meaning = Rule.fields("y=2021 m=5");
        meaning.merge(Rule.fields("m=6 d=3"));
        assertThat(meaning).hasToString("Y=2021 M=6 D=3");
    }

    @Test
    void inheritsOnlyWhatItDoesNotSay() {
        Meaning meaning = Rule.fields("m=5");
        meaning.inherit(Rule.fields("y=2021 m=6 d=3"));
        assertThat(meaning).hasToString("Y=2021 M=5 D=3");
    }

    @Test
    void isNotChangedByItsCopy() {
        Meaning meaning = Rule.fields("m=5");
        meaning.copy().set(Field.M, 6);
        assertThat(meaning.is(Field.M, 5)).isTrue();
        assertThat(meaning.hasAny(Field.Y, Field.M)).isTrue();
        assertThat(meaning.hasAny(Field.Y, Field.D)).isFalse();
    }

    /** Two ends of a range, before and after they told each other what they know. */
    @ParameterizedTest
    @CsvSource({
        "d=3, m=5 d=9 y=2020, Y=2020 M=5 D=3, Y=2020 M=5 D=9",
        "m=5 d=3, d=9, M=5 D=3, M=5 D=9",
        "m=11, m=2 y=2017, Y=2016 M=11, Y=2017 M=2",
        "m=3, m=5 y=2017, Y=2017 M=3, Y=2017 M=5",
        "m=11 y=2016, m=2 y=2017, Y=2016 M=11, Y=2017 M=2",
        "hh=11, hh=4, HH=11, HH=4 AMPM=1",
        "hh=13, hh=15, HH=13, HH=15",
        "y=2015, y=2018, Y=2015, Y=2018"
    })
    void theEndsOfARangeCompleteEachOther(String first, String last, String firstThen, String lastThen) {
        List<Match.Part> parts = Shared.spread(List.of(
                new Match.Part(0, 1, Rule.fields(first), false), new Match.Part(2, 3, Rule.fields(last), true)));
        assertThat(parts.get(0).meaning()).hasToString(firstThen);
        assertThat(parts.get(1).meaning()).hasToString(lastThen);
    }
}
