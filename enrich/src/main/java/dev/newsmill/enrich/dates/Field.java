package dev.newsmill.enrich.dates;

import java.util.List;
import java.util.Locale;

/** One thing that a phrase may say of time. The names in rule and word files are these, in lower case. */
enum Field {
    /** What to make of the others: an {@link Operation}. */
    OP(enumNames(Operation.values())),
    /** Amount, in thousandths; {@link Meaning#VAGUE} for "several". */
    N,
    /** Added to the amount: the half of "two and a half". */
    ADD,
    /** A second amount: the minutes of "3 hours 30 minutes". */
    N2,
    /** Factor of the unit: two weeks in a fortnight. */
    TIMES,
    U(enumNames(Unit.values())),
    /** The unit of the second amount. */
    U2(enumNames(Unit.values())),
    /** Whether a shift goes back, -1, or forth, 1. */
    DIR,
    /** Past -1, this 0, next 1, next but one 2. */
    REL,
    /** Years, months, weeks, days from the anchor's: "last year" is -1. */
    YREL,
    MREL,
    WREL,
    DREL,
    Y,
    /** A year of two digits. */
    YY,
    CENTURY,
    /** Decade as its first year: 1970; 70 where the century is not said. */
    DECADE,
    H,
    Q,
    SEASON(List.of("SP", "SU", "FA", "WI")),
    M,
    /** Week of the year, or of the month where a month is given. */
    W,
    D,
    WD,
    /** Part of the day. */
    PART(List.of("MO", "MI", "AF", "EV", "NI", "DT")),
    HH,
    MI,
    SS,
    /** 0 for a.m., 1 for p.m. */
    AMPM,
    /** Minutes east of Greenwich. */
    ZONE,
    MOD(List.of(
            "START",
            "MID",
            "END",
            "APPROX",
            "LESS_THAN",
            "MORE_THAN",
            "EQUAL_OR_LESS",
            "EQUAL_OR_MORE",
            "BEFORE",
            "AFTER",
            "ON_OR_BEFORE",
            "ON_OR_AFTER")),
    REF(List.of("PAST_REF", "PRESENT_REF", "FUTURE_REF")),
    HOLIDAY,
    /** A fiscal year. */
    FISCAL,
    /** So many days before the day that is said: the night to Tuesday is Monday's. */
    EVE,
    /** Resolved against what the text last spoke of, not against the publication. */
    LOCAL,
    /** The n-th or (-1) last of its kind in the period. */
    NTH,
    /** The unit of the period around the date that is meant: "the week of March 6". */
    WITHIN(enumNames(Unit.values()));

    private final List<String> symbols;

    Field() {
        this(List.of());
    }

    Field(List<String> symbols) {
        this.symbols = symbols;
    }

    static Field named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The symbol that the number stands for. */
    String symbol(long value) {
        return symbols.get((int) value);
    }

    /** Reads a value of a resource file: a symbol or a number; amounts become thousandths. */
    long parse(String text) {
        int symbol = symbols.indexOf(text.toUpperCase(Locale.ROOT));
        if (symbol >= 0) return symbol;
        if (text.equals("vague")) return Meaning.VAGUE;
        if (this == HOLIDAY) return Holiday.parse(text);
        if (this == N || this == ADD || this == N2) return Math.round(Double.parseDouble(text) * 1000);
        return Long.parseLong(text);
    }

    /** Whether the field can hold the number, where it is a part of a date or of a time. */
    boolean holds(long value) {
        return switch (this) {
            case D -> value >= 1 && value <= 31;
            case M -> value >= 1 && value <= 12;
            case W -> value >= 1 && value <= 53;
            case Q -> value >= 1 && value <= 4;
            case H -> value >= 1 && value <= 2;
            case WD -> value >= 1 && value <= 7;
            case HH -> value >= 0 && value <= 24;
            case MI, SS -> value >= 0 && value <= 59;
            case Y -> value >= 1 && value <= 9999;
            case YY -> value >= 0 && value <= 99;
            case CENTURY -> value >= 1 && value <= 30;
            default -> true;
        };
    }

    private static List<String> enumNames(Enum<?>[] values) {
        return java.util.Arrays.stream(values).map(Enum::name).toList();
    }
}
