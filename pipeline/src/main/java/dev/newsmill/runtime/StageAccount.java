package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The books of one stage, as the audit reads them from the topics: inputs, receipts, outputs, dead letters. */
final class StageAccount {
    private final String stage;
    private final GroupProgress progress;
    private final OffsetSet inputs = new OffsetSet();
    private final OffsetSet receipts = new OffsetSet();
    private final OffsetSet emitted = new OffsetSet();
    private final OffsetSet outputs = new OffsetSet();
    private final Set<String> deadReceipts = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private final Map<String, Integer> newestRevisions = new HashMap<>();
    private final OffsetSet mayBeGone = new OffsetSet();
    private final Map<Origin, Receipt> unseen = new HashMap<>();
    private final Set<String> goneLetters = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private Instant outputsSince = Instant.MIN;
    private Instant lettersSince = Instant.MIN;
    private long dropped;
    private long dead;

    StageAccount(String stage, GroupProgress progress) {
        this.stage = stage;
        this.progress = progress;
    }

    String stage() {
        return stage;
    }

    GroupProgress progress() {
        return progress;
    }

    void input(int partition, long offset) {
        inputs.add(partition, offset);
    }

    /** Outputs of before may be gone from their topic: a receipt of then needs none. */
    void outputsSince(Instant time) {
        outputsSince = time;
    }

    /** The same for dead letters. */
    void lettersSince(Instant time) {
        lettersSince = time;
    }

    /** Receipts for which there is a reason why their output is gone; asked for when all of them are in. */
    void excuse(Predicate<Receipt> reason) {
        unseen.forEach((at, receipt) -> {
            if (reason.test(receipt)) mayBeGone.add(at.partition(), at.offset());
        });
    }

    void receipt(Receipt receipt) {
        Origin at = origin(receipt.input());
        if (at == null) {
            findings.add(new Finding(Kind.RECEIPT_WITHOUT_RECORD, stage, receipt.input()));
            return;
        }
        if (!isSettled(at)) return;
        if (!receipts.add(at.partition(), at.offset())) {
            findings.add(new Finding(Kind.DUPLICATE_RECEIPT, stage, receipt.input()));
            return;
        }
        if (!inputs.contains(at.partition(), at.offset())) {
            findings.add(new Finding(Kind.RECEIPT_WITHOUT_RECORD, stage, receipt.input()));
            return;
        }
        switch (receipt.outcome()) {
            case emitted -> emitted(at, receipt);
            case dropped -> dropped++;
            case dead -> {
                dead++;
                deadReceipts.add(String.valueOf(receipt.event()));
                if (receipt.at().isBefore(lettersSince)) goneLetters.add(String.valueOf(receipt.event()));
            }
        }
    }

    /** An output whose id is {@code stage/partition@offset} of its input. */
    void output(@Nullable String event, String at) {
        Origin input = input(event);
        if (input == null) {
            findings.add(new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, stage, at));
        } else if (isSettled(input) && !outputs.add(input.partition(), input.offset())) {
            findings.add(new Finding(Kind.DUPLICATE_OUTPUT, stage, at));
        }
    }

    /** A revision that is in the compacted topic: older ones of the same article may be gone from it. */
    void revision(String article, int revision) {
        newestRevisions.merge(article, revision, Math::max);
    }

    void deadLetter(@Nullable String event, String at) {
        Origin input = input(event);
        if (input == null) {
            findings.add(new Finding(Kind.DEAD_LETTER_WITHOUT_RECEIPT, stage, at));
        } else if (isSettled(input) && !letters.add(String.valueOf(event))) {
            findings.add(new Finding(Kind.DUPLICATE_DEAD_LETTER, stage, at));
        }
    }

    AuditReport.Tally tally(long waiting) {
        return new AuditReport.Tally(stage, inputs.size(), emitted.size(), dropped, dead, waiting);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        inputs.forEachMissingIn(receipts, (p, o) -> all.add(finding(Kind.MISSING_RECEIPT, p, o)));
        emitted.forEachMissingIn(outputs, (p, o) -> {
            if (!mayBeGone.contains(p, o)) all.add(finding(Kind.MISSING_OUTPUT, p, o));
        });
        outputs.forEachMissingIn(emitted, (p, o) -> all.add(finding(Kind.OUTPUT_WITHOUT_RECEIPT, p, o)));
        Set<String> expected = new HashSet<>(deadReceipts);
        expected.removeAll(goneLetters);
        difference(expected, letters, Kind.MISSING_DEAD_LETTER, all);
        difference(letters, deadReceipts, Kind.DEAD_LETTER_WITHOUT_RECEIPT, all);
        return all;
    }

    private void emitted(Origin at, Receipt receipt) {
        emitted.add(at.partition(), at.offset());
        Long revision = receipt.facts().get("revision");
        Integer newest = newestRevisions.get(receipt.id());
        boolean compacted = revision != null && newest != null && revision < newest;
        if (compacted || receipt.at().isBefore(outputsSince)) mayBeGone.add(at.partition(), at.offset());
        else if (!outputs.contains(at.partition(), at.offset())) unseen.put(at, receipt);
    }

    private boolean isSettled(Origin at) {
        long committed = progress.done().end().getOrDefault(at.partition(), 0L);
        return at.topic().equals(progress.topic())
                && at.offset() < committed
                && at.offset() >= progress.span().begin().getOrDefault(at.partition(), 0L);
    }

    private @Nullable Origin input(@Nullable String event) {
        if (event == null || !event.startsWith(stage + "/")) return null;
        String place = event.substring(stage.length() + 1);
        int replay = place.indexOf('/');
        String coordinates = replay < 0 ? place : place.substring(0, replay);
        return origin(progress.topic() + "-" + coordinates);
    }

    /** Null if the text is no coordinates. */
    static @Nullable Origin origin(String text) {
        try {
            return Origin.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void difference(Set<String> some, Set<String> others, Kind kind, List<Finding> all) {
        for (String event : some) {
            if (!others.contains(event)) all.add(new Finding(kind, stage, String.valueOf(input(event))));
        }
    }

    private Finding finding(Kind kind, int partition, long offset) {
        return new Finding(kind, stage, at(partition, offset).toString());
    }

    private Origin at(int partition, long offset) {
        return new Origin(progress.topic(), partition, offset);
    }
}
