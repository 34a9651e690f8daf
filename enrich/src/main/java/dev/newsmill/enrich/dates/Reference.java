package dev.newsmill.enrich.dates;

import org.jspecify.annotations.Nullable;

/** What a text spoke of last, for "that day", "the quarter", "a year earlier". One per text; not thread-safe. */
final class Reference {
    private @Nullable Period last;
    private @Nullable Period day;
    private @Nullable Period reported;
    private int dayAt;

    /** Remembers a date that the text named. */
    void saw(Period period, int token) {
        last = period;
        if (period.unit() == Unit.DAY) {
            day = period;
            dayAt = token;
        }
    }

    /** Remembers the quarter or the year that figures are reported for. */
    void reports(Period period) {
        reported = period;
    }

    @Nullable
    Period last() {
        return last;
    }

    /** The last day named; null where none was within so many tokens. */
    @Nullable
    Period day(int token, int within) {
        return token - dayAt <= within ? day : null;
    }

    @Nullable
    Period reported() {
        return reported;
    }
}
