package dev.newsmill.app.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them. */
final class Measures {
    static final String NONE = "–";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Measures() {}

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "1 block", "18 blocks"; of words that take an s. */
    static String count(long n, String noun) {
        return count(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /** kB is 1000 bytes. */
    static String bytes(long n) {
        if (n < 1000) return n + " B";
        if (n < 1_000_000) return String.format(Locale.ROOT, "%.1f kB", n / 1e3);
        return n < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", n / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", n / 1e9);
    }

    static String millis(@Nullable Double millis) {
        if (millis == null) return NONE;
        if (millis < 10) return String.format(Locale.ROOT, "%.1f ms", millis);
        return millis < 10_000 ? Math.round(millis) + " ms" : seconds(millis / 1000);
    }

    static String seconds(double seconds) {
        if (seconds < 10) return String.format(Locale.ROOT, "%.1f s", seconds);
        if (seconds < 120) return Math.round(seconds) + " s";
        if (seconds < 7200) return Math.round(seconds / 60) + " min";
        return seconds < 172_800 ? Math.round(seconds / 3600) + " h" : Math.round(seconds / 86_400) + " d";
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.2f" : "%.0f", perSecond);
    }

    /** 09:14:06.800 */
    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** The beginning of an id, long enough to be typed for it. */
    static String shortId(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
