package dev.newsmill.publish;

import dev.newsmill.message.Origin;
import dev.newsmill.stage.Provenance;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a result stands in the order of all results for its article: by the time its page was fetched, then by the
 * page's place in its topic, then by run. A total order, and the same on every machine: two pages that were fetched in
 * the same millisecond are told apart by their coordinates.
 *
 * @param fetchedAt epoch milliseconds
 */
record Position(long fetchedAt, Origin page, Run run) implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::fetchedAt)
            .thenComparing(Position::page)
            .thenComparing(Position::run);

    static Position of(Provenance from) {
        return new Position(from.fetchedAt().toEpochMilli(), from.page(), Run.of(from.replay(), from.versions()));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** Without this run, which in a dry run has another name each time. */
    String olderThan(Position newest) {
        return fetched() + "; the newest is " + newest;
    }

    private String fetched() {
        return page + ", fetched " + Instant.ofEpochMilli(fetchedAt);
    }

    @Override
    public String toString() {
        return fetched() + ", " + run;
    }
}
