package dev.newsmill.runtime;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The books of ingest: its receipts and its pages know each other by {@code <feed>/<number>}. */
final class FeedAccount {
    private final Map<String, Feed> feeds = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Instant oldestPage;
    private long in;
    private long emitted;
    private long dropped;
    private long dead;

    private static final class Feed {
        private final OffsetSet receipts = new OffsetSet(new TreeMap<>());
        private final OffsetSet emitted = new OffsetSet(new TreeMap<>());
        private final OffsetSet pages = new OffsetSet(new TreeMap<>());
    }

    /** Pages before this time may be gone from the topic: a receipt of then needs none. */
    void oldestPage(Instant time) {
        oldestPage = time;
    }

    void receipt(Receipt receipt) {
        long number = number(receipt.event());
        if (number < 0 || !feed(receipt.event()).receipts.add(0, number)) {
            findings.add(new Finding(Kind.DUPLICATE_RECEIPT, PageFeed.STAGE, receipt.input()));
            return;
        }
        in++;
        switch (receipt.outcome()) {
            case emitted -> {
                emitted++;
                Instant oldest = oldestPage;
                if (oldest == null || receipt.at().isAfter(oldest))
                    feed(receipt.event()).emitted.add(0, number);
            }
            case dropped -> dropped++;
            case dead -> dead++;
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

    AuditReport.Tally tally() {
        return new AuditReport.Tally(PageFeed.STAGE, in, emitted, dropped, dead, 0);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        feeds.forEach((id, feed) -> {
            feed.emitted.forEachMissingIn(feed.pages, (p, n) -> all.add(finding(Kind.MISSING_OUTPUT, id, n)));
            feed.pages.forEachMissingIn(feed.receipts, (p, n) -> all.add(finding(Kind.OUTPUT_WITHOUT_RECEIPT, id, n)));
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
