package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "last week;last week",
                "the [late] {MONTH};the late MONTH, the MONTH",
                "(last|next) week;last week, next week",
                "[(on|in)] {YEAR};on YEAR, in YEAR, YEAR",
                "{DD=d} + . + {DD=m};DD→D GLUE . GLUE DD→M",
                "from ^ <day> $ to ^ <day> $;from BEGIN <day> END to BEGIN <day> END",
                "(a [b]|c);a b, a, c",
                "o'clock;o ' clock",
                "[a] [b];a b, a, b, ",
            })
    void standsForAllItsReadings(String source, String readings) {
        String found = new Pattern(source)
                .sequences().stream().map(PatternTest::written).collect(Collectors.joining(", "));
        assertThat(found.strip()).isEqualTo(readings.strip());
    }

    private static String written(List<Element> elements) {
        return elements.stream()
                .map(e -> switch (e.kind()) {
                    case LITERAL -> e.text();
                    case ATOM -> e.text() + (e.field() == null ? "" : "→" + e.field());
                    case RULE -> "<" + e.text() + ">";
                    case GLUE, BEGIN, END -> e.kind().name();
                })
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ) b", "a ] b", "{NUM=nosuch}"})
    void isRefusedWhereItIsNone(String source) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pattern(source).sequences());
    }

    @Test
    void isRefusedWhereItHasTooManyReadings() {
        String source = "(a|b|c|d) ".repeat(12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pattern(source).sequences())
                .withMessageContaining("too many readings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "shift: <length> ago => op=shift dir=-1;shift;<length> ago;OP=1 DIR=-1",
                "day: <weekday>;day;<weekday>;''",
            })
    void isPartOfARule(String line, String name, String source, String adds) {
        Rule rule = Rule.of(3, line);
        assertThat(rule.name()).isEqualTo(name);
        assertThat(rule.source()).isEqualTo(source);
        assertThat(rule.adds()).hasToString(adds);
        assertThat(rule.order()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no name here", "day: <x> => m", "day: <x> => nosuch=1"})
    void isNoPartOfALineThatIsNoRule(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.of(0, line));
    }
}
