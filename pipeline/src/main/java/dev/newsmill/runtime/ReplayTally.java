package dev.newsmill.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a replay did in a partition so far. Written beside the group's offset, in the same transaction, so that it is
 * right after any crash.
 *
 * @param written records that go on to be published
 * @param passed records that need not be, any more
 */
public record ReplayTally(long written, long passed) {
    public static final ReplayTally NONE = new ReplayTally(0, 0);

    private static final Pattern TEXT = Pattern.compile("written=(\\d{1,18}) passed=(\\d{1,18})");

    /** Reads what {@link #toString} wrote; anything else counts as nothing. */
    static ReplayTally parse(@Nullable String text) {
        Matcher numbers = TEXT.matcher(text == null ? "" : text);
        return numbers.matches()
                ? new ReplayTally(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)))
                : NONE;
    }

    public ReplayTally plus(ReplayTally more) {
        return new ReplayTally(written + more.written, passed + more.passed);
    }

    public long all() {
        return written + passed;
    }

    @Override
    public String toString() {
        return "written=" + written + " passed=" + passed;
    }
}
