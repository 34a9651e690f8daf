package dev.newsmill.enrich.dates;

/** A unit of time, with its letters in a TIMEX3 duration. */
enum Unit {
    SECOND("S", true),
    MINUTE("M", true),
    HOUR("H", true),
    DAY("D", false),
    NIGHT("D", false),
    WEEKEND("WE", false),
    WEEK("W", false),
    MONTH("M", false),
    QUARTER("Q", false),
    HALF("H", false),
    SEASON("SE", false),
    YEAR("Y", false),
    DECADE("DE", false),
    CENTURY("CE", false),
    MILLENNIUM("L", false),
    PERIOD("X", false);

    private final String code;
    private final boolean time;

    Unit(String code, boolean time) {
        this.code = code;
        this.time = time;
    }

    /** The letters after the number in {@code P3W}. */
    String code() {
        return code;
    }

    /** Whether it is shorter than a day, so that its duration needs a {@code T}. */
    boolean isTime() {
        return time;
    }

    static Unit of(long ordinal) {
        return values()[(int) ordinal];
    }
}
