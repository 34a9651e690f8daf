package dev.newsmill.app.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some offsets of a partition, written {@code pages/0:100-200}: the last one is not among them. {@code pages/0:100} is
 * one record, {@code pages/0:100-} goes to the end, {@code pages/0} is the whole partition.
 *
 * @param topic with or without the prefix
 * @param begin inclusive
 * @param end exclusive
 */
public record OffsetRange(String topic, int partition, long begin, long end) {
    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z0-9._-]{1,249})/(\\d{1,9})(?::(\\d{1,18})?(?:(-)(\\d{1,18})?)?)?");

    public OffsetRange {
        if (end <= begin)
            throw new IllegalArgumentException("the range ends at " + end + ", where it begins or before");
    }

    /** @throws IllegalArgumentException if the text is no such range */
    public static OffsetRange parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) throw new IllegalArgumentException("'" + text + "' is no range of offsets");
        long begin = parts.group(3) == null ? 0 : Long.parseLong(parts.group(3));
        boolean single = parts.group(3) != null && parts.group(4) == null;
        long open = single ? begin + 1 : Long.MAX_VALUE;
        long end = parts.group(5) == null ? open : Long.parseLong(parts.group(5));
        return new OffsetRange(parts.group(1), Integer.parseInt(parts.group(2)), begin, end);
    }

    boolean contains(int inPartition, long offset) {
        return inPartition == partition && begin <= offset && offset < end;
    }
}
