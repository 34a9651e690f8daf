package dev.newsmill.runtime;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books of ingest: its receipts, its pages and its dead letters know each other by {@code <feed>/<number>}.
 * Not thread-safe.
 */
final class FeedAccount {
    private final Map<String, Feed> feeds = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private Instant pagesSince = Instant.MIN;
    private long in;
    private long emitted;
    private long dropped;
    private long dead;

    private static final class Feed {
        private final OffsetSet receipts = new OffsetSet();
        private final OffsetSet emitted = new OffsetSet();
        private final OffsetSet gone = new OffsetSet();
        private final OffsetSet pages = new OffsetSet();
        private final OffsetSet dead = new OffsetSet();
        private final OffsetSet letters = new OffsetSet();
    }

    /** Pages of before may be gone from the topic: a receipt of then needs none. */
    void pagesSince(Instant time) {
        pagesSince = time;
    }

    void receipt(Receipt receipt) {
        long number = number(receipt.event());
        if (number < 0) {
            findings.add(new Finding(Kind.RECEIPT_WITHOUT_RECORD, PageFeed.STAGE, receipt.input()));
            return;
        }
        Feed feed = feed(receipt.event());
        if (!feed.receipts.add(0, number)) {
            findings.add(new Finding(Kind.DUPLICATE_RECEIPT, PageFeed.STAGE, receipt.input()));
            return;
        }
        in++;
        switch (receipt.outcome()) {
            case emitted -> {
                emitted++;
                (receipt.at().isBefore(pagesSince) ? feed.gone : feed.emitted).add(0, number);
            }
            case dropped -> dropped++;
            case dead -> {
                dead++;
                feed.dead.add(0, number);
            }
        }
    }

    void page(@Nullable String event, String at) {
        long number = number(event);
        if (number < 0) {
            findings.add(new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, PageFeed.STAGE, at));
        } else if (!feed(event).pages.add(0, number)) {
            findings.add(new Finding(Kind.DUPLICATE_OUTPUT, PageFeed.STAGE, at));
        }
    }

    void deadLetter(@Nullable String event, String at) {
        long number = number(event);
        if (number < 0) {
            findings.add(new Finding(Kind.DEAD_LETTER_WITHOUT_RECEIPT, PageFeed.STAGE, at));
        } else if (!feed(event).letters.add(0, number)) {
            findings.add(new Finding(Kind.DUPLICATE_DEAD_LETTER, PageFeed.STAGE, at));
        }
    }

    AuditReport.Tally tally() {
        return new AuditReport.Tally(PageFeed.STAGE, in, emitted, dropped, dead, 0);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        feeds.forEach((id, feed) -> {
            feed.emitted.forEachMissingIn(feed.pages, (p, n) -> all.add(finding(Kind.MISSING_OUTPUT, id, n)));
            feed.pages.forEachMissingIn(feed.emitted, (p, n) -> {
                if (!feed.gone.contains(p, n)) all.add(finding(Kind.OUTPUT_WITHOUT_RECEIPT, id, n));
            });
            feed.dead.forEachMissingIn(feed.letters, (p, n) -> all.add(finding(Kind.MISSING_DEAD_LETTER, id, n)));
            feed.letters.forEachMissingIn(
                    feed.dead, (p, n) -> all.add(finding(Kind.DEAD_LETTER_WITHOUT_RECEIPT, id, n)));
        });
        return all;
    }

    private static Finding finding(Kind kind, String feed, long number) {
        return new Finding(kind, PageFeed.STAGE, feed + "/" + number);
    }

    private Feed feed(@Nullable String event) {
        String id = event == null ? "" : event.substring(0, Math.max(0, event.lastIndexOf('/')));
        return feeds.computeIfAbsent(id, f -> new Feed());
    }

    private static long number(@Nullable String event) {
        if (event == null) return -1;
        String digits = event.substring(event.lastIndexOf('/') + 1);
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : -1;
    }
}
