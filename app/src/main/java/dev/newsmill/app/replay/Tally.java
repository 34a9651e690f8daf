package dev.newsmill.app.replay;

import dev.newsmill.runtime.OffsetSet;
import java.net.URI;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds verdicts up to a {@link Report}. What it keeps does not grow with the number of records, but for a bit each. */
final class Tally {
    private static final Comparator<Difference> SMALLEST_FIRST =
            Comparator.comparingInt(Difference::words).thenComparing(Difference::record, Comparator.reverseOrder());

    private final int shown;
    private final Map<Verdict.Kind, Long> counts = new EnumMap<>(Verdict.Kind.class);
    private final SortedMap<String, Long> fields = new TreeMap<>();
    private final GroupCounter causes = new GroupCounter();
    private final GroupCounter hosts = new GroupCounter();
    private final GroupCounter failures = new GroupCounter();
    private final PriorityQueue<Difference> largest = new PriorityQueue<>(SMALLEST_FIRST);
    private final OffsetSet toPublish = new OffsetSet();
    private long differences;

    /** @param shown how many of the largest differences to keep */
    Tally(int shown) {
        this.shown = shown;
    }

    void add(Verdict verdict) {
        counts.merge(verdict.kind(), 1L, Long::sum);
        verdict.changed().forEach(field -> fields.merge(field, 1L, Long::sum));
        if (verdict.publishes())
            toPublish.add(verdict.at().partition(), verdict.at().offset());
        if (verdict.kind() == Verdict.Kind.failed) {
            failures.add(String.valueOf(verdict.why()), verdict.at().toString());
        }
    }

    void add(Difference difference) {
        differences++;
        difference.causes().forEach(cause -> causes.add(cause, difference.record()));
        hosts.add(host(difference.url()), difference.record());
        largest.add(difference);
        if (largest.size() > shown) largest.poll();
    }

    /** Coordinates of the records that a replay publishes. */
    OffsetSet toPublish() {
        return toPublish;
    }

    Report report(String from, SortedMap<String, String> versions, @Nullable String candidate, String selection) {
        List<Difference> sorted =
                largest.stream().sorted(SMALLEST_FIRST.reversed()).toList();
        return new Report(
                "newsmill.replay/1",
                true,
                from,
                versions,
                candidate,
                selection,
                counts.values().stream().mapToLong(n -> n).sum(),
                count(Verdict.Kind.same),
                count(Verdict.Kind.changed),
                count(Verdict.Kind.accepted),
                count(Verdict.Kind.dropped),
                count(Verdict.Kind.failed),
                count(Verdict.Kind.stale),
                differences,
                fields,
                causes.groups(),
                hosts.groups(),
                failures.groups(),
                sorted);
    }

    private long count(Verdict.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private static String host(@Nullable String url) {
        try {
            String host = url == null ? null : URI.create(url.strip()).getHost();
            return host == null ? "no host" : host;
        } catch (IllegalArgumentException e) {
            return "no host";
        }
    }
}
