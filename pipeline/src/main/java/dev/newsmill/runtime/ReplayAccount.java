package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The books of the replays, as the audit reads them from the topics: for each record of a replay's plan that its group is
 * past, one receipt, and one output if that says emitted.
 */
final class ReplayAccount {
    private static final Pattern EVENT = Pattern.compile(ReplayBooks.STAGE + "/(\\d{1,9})@(\\d{1,18})/(.{1,100})");

    private final Map<String, Books> books = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private Instant outputsSince = Instant.MIN;
    private Instant receiptsSince = Instant.MIN;

    /** One replay. */
    private static final class Books {
        private final Replay replay;
        private final OffsetSet plan;
        private final ReplayProgress progress;
        private final OffsetSet receipts = new OffsetSet();
        private final OffsetSet emitted = new OffsetSet();
        private final OffsetSet outputs = new OffsetSet();
        private final OffsetSet mayBeGone = new OffsetSet();
        private long dropped;

        Books(Replay replay, ReplayProgress progress) {
            this.replay = replay;
            this.plan = replay.records();
            this.progress = progress;
        }

        /** True if the record was asked for, and the group is past it. */
        boolean isSettled(int partition, long offset) {
            return plan.contains(partition, offset) && isPast(partition, offset);
        }

        boolean isPast(int partition, long offset) {
            return offset < progress.next().getOrDefault(partition, 0L);
        }

        String at(int partition, long offset) {
            return new Origin(replay.topic(), partition, offset) + " of replay " + replay.id();
        }
    }

    static boolean isOfReplay(@Nullable String event) {
        return event != null && event.startsWith(ReplayBooks.STAGE + "/");
    }

    void add(Replay replay, ReplayProgress progress) {
        books.put(replay.id(), new Books(replay, progress));
    }

    boolean isEmpty() {
        return books.isEmpty() && findings.isEmpty();
    }

    /** Outputs of before may be gone from their topic: a receipt of then needs none. */
    void outputsSince(Instant time) {
        outputsSince = time;
    }

    /** Receipts of before may be gone: a replay of then needs none. */
    void receiptsSince(Instant time) {
        receiptsSince = time;
    }

    void output(String event, String at) {
        Matcher parts = EVENT.matcher(event);
        Books its = parts.matches() ? books.get(parts.group(3)) : null;
        if (its == null) {
            findings.add(finding(Kind.OUTPUT_WITHOUT_RECEIPT, at));
            return;
        }
        int partition = Integer.parseInt(parts.group(1));
        long offset = Long.parseLong(parts.group(2));
        boolean known = its.isSettled(partition, offset) || !its.plan.contains(partition, offset);
        if (known && !its.outputs.add(partition, offset)) findings.add(finding(Kind.DUPLICATE_OUTPUT, at));
    }

    void receipt(Receipt receipt) {
        Books its = receipt.replay() == null ? null : books.get(receipt.replay());
        Matcher parts = EVENT.matcher(String.valueOf(receipt.event()));
        if (its == null || !parts.matches()) {
            findings.add(finding(Kind.RECEIPT_WITHOUT_RECORD, receipt.input()));
            return;
        }
        receipt(its, Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), receipt);
    }

    private void receipt(Books its, int partition, long offset, Receipt receipt) {
        if (!its.plan.contains(partition, offset)) {
            findings.add(finding(Kind.RECEIPT_WITHOUT_RECORD, its.at(partition, offset)));
        } else if (!its.isPast(partition, offset)) {
            return;
        } else if (!its.receipts.add(partition, offset)) {
            findings.add(finding(Kind.DUPLICATE_RECEIPT, its.at(partition, offset)));
        } else if (receipt.outcome() == Receipt.Result.emitted) {
            its.emitted.add(partition, offset);
            if (receipt.at().isBefore(outputsSince)) its.mayBeGone.add(partition, offset);
        } else {
            its.dropped++;
        }
    }

    AuditReport.Tally tally() {
        long in = 0;
        long emitted = 0;
        long dropped = 0;
        long waiting = 0;
        for (Books its : books.values()) {
            in += its.receipts.size();
            emitted += its.emitted.size();
            dropped += its.dropped;
            boolean works = !its.replay.state().isFinal();
            if (works) waiting += its.replay.planned() - its.progress.tally().all();
        }
        return new AuditReport.Tally(ReplayBooks.STAGE, in, emitted, dropped, 0, waiting);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        books.values().forEach(its -> check(its, all));
        return all;
    }

    private void check(Books its, List<Finding> all) {
        boolean kept = !its.replay.created().isBefore(receiptsSince);
        its.plan.forEachMissingIn(its.receipts, (partition, offset) -> {
            if (kept && its.isPast(partition, offset)) {
                all.add(finding(Kind.MISSING_RECEIPT, its.at(partition, offset)));
            }
        });
        its.emitted.forEachMissingIn(its.outputs, (partition, offset) -> {
            boolean gone = its.mayBeGone.contains(partition, offset);
            if (!gone) all.add(finding(Kind.MISSING_OUTPUT, its.at(partition, offset)));
        });
        its.outputs.forEachMissingIn(its.emitted, (partition, offset) -> {
            if (kept) all.add(finding(Kind.OUTPUT_WITHOUT_RECEIPT, its.at(partition, offset)));
        });
    }

    private static Finding finding(Kind kind, String at) {
        return new Finding(kind, ReplayBooks.STAGE, at);
    }
}
