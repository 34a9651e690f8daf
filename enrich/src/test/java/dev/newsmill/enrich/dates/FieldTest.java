package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
    @ParameterizedTest
    @CsvSource({
        "m=12, M=12",
        "n=1.5, N=1500",
        "n=vague, N=-1000000000",
        "part=ev, PART=3",
        "u=hour, U=2",
        "season=wi, SEASON=3",
        "m=3 d=5, M=3 D=5",
        "d=5 m=3, M=3 D=5",
        "rel=-1, REL=-1",
    })
    void isReadFromResources(String written, String read) {
        assertThat(Rule.fields(written)).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource({
        "D, 1, 31",
        "M, 1, 12",
        "W, 1, 53",
        "Q, 1, 4",
        "H, 1, 2",
        "WD, 1, 7",
        "HH, 0, 24",
        "MI, 0, 59",
        "SS, 0, 59",
        "Y, 1, 9999",
        "YY, 0, 99",
        "CENTURY, 1, 30",
    })
    void holdsWhatTheCalendarAllows(Field field, long least, long most) {
        assertThat(field.holds(least)).isTrue();
        assertThat(field.holds(most)).isTrue();
        assertThat(field.holds(least - 1)).isFalse();
        assertThat(field.holds(most + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch=1", "m", "m=twelve", ""})
    void refusesWhatIsNone(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.fields(written));
    }

    @Test
    void givesWayToALaterOneInAMeaning() {
        Meaning meaning = Rule.fields("m=3 y=2020");
        meaning.merge(Rule.fields("y=2021 d=4"));
        assertThat(meaning).hasToString("Y=2021 M=3 D=4");
        meaning.inherit(Rule.fields("y=1900 wd=2"));
        assertThat(meaning).hasToString("Y=2021 M=3 D=4 WD=2");
    }

    @Test
    void isItsOwnInACopyOfTheMeaning() {
        Meaning meaning = Rule.fields("m=3");
        Meaning copy = meaning.copy().set(Field.M, 4).clear(Field.Y);
        assertThat(meaning.get(Field.M)).isEqualTo(3);
        assertThat(copy.get(Field.M)).isEqualTo(4);
    }
}
