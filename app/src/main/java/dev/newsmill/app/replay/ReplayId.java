package dev.newsmill.app.replay;

import dev.newsmill.runtime.Replay;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Names replays: {@code 20260301-091400123-k7}, the time first, so that a later replay has a greater id, which is what
 * the archive orders their results by. Clocks may differ between machines: an id is greater than all that are there.
 */
public final class ReplayId {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int TIME_CHARS = 18;
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private ReplayId() {}

    /** An id after those of {@code replays}. */
    public static String next(Collection<Replay> replays, Clock clock, RandomGenerator random) {
        String last = replays.stream()
                .map(Replay::id)
                .filter(id -> id.length() >= TIME_CHARS)
                .map(id -> id.substring(0, TIME_CHARS))
                .max(String::compareTo)
                .orElse("");
        String now = TIME.format(clock.instant());
        if (now.compareTo(last) <= 0) now = after(last);
        return now + "-" + sign(random) + sign(random);
    }

    private static String after(String last) {
        return TIME.format(TIME.parse(last, Instant::from).plusMillis(1));
    }

    private static char sign(RandomGenerator random) {
        return SIGNS.charAt(random.nextInt(SIGNS.length()));
    }
}
