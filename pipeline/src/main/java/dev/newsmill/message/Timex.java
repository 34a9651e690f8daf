package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A temporal expression, in the words of TIMEX3 (ISO-TimeML).
 *
 * @param type DATE, TIME, DURATION or SET
 * @param value TIMEX3 value: {@code 2021-11-04}, {@code P30Y}, {@code PAST_REF} …
 * @param mod START, END, APPROX, LESS_THAN …; null for none
 * @param anchor the date that it was resolved against; null where the expression stands by itself
 * @param from first day or instant of what it denotes, ISO-8601, inclusive; null where that is unknown
 * @param to end of what it denotes, exclusive; null where that is unknown
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Timex(
        String type,
        int begin,
        int end,
        String text,
        String value,
        @Nullable String mod,
        @Nullable String anchor,
        @Nullable String from,
        @Nullable String to) {
    public Timex {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(value, "value");
        Offsets.check(begin, end);
    }
}
