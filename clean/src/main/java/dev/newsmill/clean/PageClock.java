package dev.newsmill.clean;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says an instant in the zone that readers of the page live in. Metadata often give it in UTC while the page prints the same
 * minute by its own clock: then the difference is the zone, and the day is the one that readers saw.
 */
final class PageClock {
    private static final int EAST = 14 * 60;
    private static final int WEST = -12 * 60;
    private static final int STEP = 30;

    private static final Pattern UTC = Pattern.compile("(Z|\\+00:00)$");
    private static final Pattern ZONED = Pattern.compile("[+-]\\d{2}:\\d{2}$");

    private PageClock() {}

    /** {@code date} by the page's clock; {@code date} itself if it is not in UTC, or nothing tells the zone. */
    static String of(String date, List<Found> seen) {
        LocalDateTime utc = utc(date);
        if (utc == null) return date;
        for (Found f : seen) {
            Integer minutes = offset(utc, f.value());
            if (minutes != null && minutes != 0) return at(date, utc, minutes);
        }
        return date;
    }

    private static @Nullable LocalDateTime utc(String date) {
        boolean given = date.indexOf('T') > 0 && (date.endsWith("Z") || date.endsWith("+00:00"));
        return given ? local(UTC.matcher(date).replaceFirst("")) : null;
    }

    private static @Nullable LocalDateTime local(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The minutes east of UTC that make {@code other} the same instant; null if it is another one. */
    private static @Nullable Integer offset(LocalDateTime utc, String other) {
        if (other.indexOf('T') < 0 || other.endsWith("Z")) return null;
        boolean zoned = ZONED.matcher(other).find();
        LocalDateTime there = local(zoned ? other.substring(0, other.length() - 6) : other);
        if (there == null) return null;
        boolean seconds = there.getSecond() != 0;
        Duration apart = Duration.between(seconds ? utc : utc.withSecond(0), there);
        if (apart.toSecondsPart() != 0 || apart.toMinutes() % STEP != 0) return null;
        int minutes = (int) apart.toMinutes();
        if (minutes < WEST || minutes > EAST) return null;
        return zoned && minutes != zone(other) ? null : minutes;
    }

    private static int zone(String date) {
        return ZoneOffset.of(date.substring(date.length() - 6)).getTotalSeconds() / 60;
    }

    private static String at(String date, LocalDateTime utc, int minutes) {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(minutes * 60);
        OffsetDateTime there = utc.atOffset(ZoneOffset.UTC).withOffsetSameInstant(zone);
        boolean seconds = date.indexOf(':', date.indexOf(':') + 1) > 0 && date.length() > 19;
        String text = there.toLocalDateTime().toString();
        if (seconds && text.length() == 16) text += ":00";
        return text + zone;
    }
}
