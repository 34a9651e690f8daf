package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "n=3 u=day, P3D",
        "n=1 u=week, P1W",
        "n=2 u=week times=2, P4W",
        "n=2 u=month, P2M",
        "n=2 u=quarter, P2Q",
        "n=2 u=decade, P2DE",
        "n=1 u=century, P1CE",
        "n=2 u=millennium, P2L",
        "n=2 u=weekend, P2WE",
        "n=2 u=night, P2D",
        "n=30 u=second, PT30S",
        "n=45 u=minute, PT45M",
        "n=24 u=hour, PT24H",
        "n=vague u=year, PXY",
        "n=vague u=minute, PTXM",
        "u=week, PXW",
    })
    void isWrittenByItsUnit(String fields, String value) {
        assertThat(Amount.of(Rule.fields(fields))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "n=2.5 u=year, P2Y6M",
        "n=0.5 u=year, P6M",
        "n=2 add=0.5 u=year, P2Y6M",
        "n=1.5 u=hour, PT1H30M",
        "n=0.25 u=hour, PT15M",
        "n=1.5 u=minute, PT1M30S",
        "n=1.5 u=week, P1.5W",
        "n=2.25 u=day, P2.25D",
        "n=0.125 u=month, P0.125M",
        "n=1.001 u=year, P1.001Y",
    })
    void writesAFractionInSmallerUnitsWhereThatComesOutEven(String fields, String value) {
        assertThat(Amount.of(Rule.fields(fields))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "n=3 u=hour n2=30 u2=minute, PT3H30M",
        "n=2 u=year n2=6 u2=month, P2Y6M",
        "n=1 u=day n2=12 u2=hour, P1DT12H",
        "n=5 u=minute n2=30 u2=second, PT5M30S",
    })
    void joinsTwoUnits(String fields, String value) {
        assertThat(Amount.of(Rule.fields(fields))).isEqualTo(value);
    }
}
