package dev.newsmill.ingest;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** When a request is made again: after no connection, 429 or 5xx, twice, after a while that doubles. */
record Retries(Clock clock) {
    private static final int MOST = 2;
    private static final Duration FIRST = Duration.ofMillis(500);
    /** A server that wants more patience gets its answer recorded instead. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** How long to wait before the next request; null where {@code response} is the answer. */
    @Nullable
    Duration after(Response response, int done) {
        boolean passing = response.code() == 429 || response.code() >= 500;
        if (!passing || done >= MOST) return null;
        String wish = response.header("Retry-After");
        Duration wait = wish == null ? backOff(done) : parse(wish.strip());
        return wait.compareTo(LONGEST) > 0 ? null : wait;
    }

    /** How long to wait before the next request; null where {@code error} stays. */
    @Nullable
    Duration after(IOException error, int done) {
        return error instanceof ConnectException && done < MOST ? backOff(done) : null;
    }

    private static Duration backOff(int done) {
        return FIRST.multipliedBy(1L << done);
    }

    private Duration parse(String wish) {
        if (wish.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(wish));
        try {
            Instant then = ZonedDateTime.parse(wish, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return FIRST;
        }
    }
}
