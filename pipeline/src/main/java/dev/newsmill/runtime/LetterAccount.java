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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books of the {@link LetterDesk}: a letter that is closed has a receipt, and one that was retried has its record in
 * the input of its stage. Not thread-safe.
 */
final class LetterAccount {
    private final Map<String, String> stages;
    private final Set<Origin> letters = new HashSet<>();
    private final Map<Origin, Instant> closed = new TreeMap<>();
    private final Map<Origin, Receipt> receipts = new TreeMap<>();
    private final Set<Origin> outputs = new HashSet<>();
    private final Map<String, Instant> outputsSince = new HashMap<>();
    private final Map<String, Instant> lettersSince = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private Instant receiptsSince = Instant.MIN;

    /** @param stages by dead letter topic */
    LetterAccount(Map<String, String> stages) {
        this.stages = Map.copyOf(stages);
    }

    /** True for what a desk put back: it is no output of the stage before. */
    static boolean isOurs(@Nullable String event) {
        return event != null && event.startsWith(LetterDesk.STAGE + "/");
    }

    void letter(Origin at) {
        letters.add(at);
    }

    void closing(LetterClosing closing, Instant time, String at) {
        if (closed.putIfAbsent(closing.letter(), time) != null) {
            findings.add(new Finding(Kind.DUPLICATE_RECEIPT, LetterDesk.STAGE, at));
        }
    }

    void output(String event, String at) {
        Origin letter = letter(event);
        if (letter == null) {
            findings.add(new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, LetterDesk.STAGE, at));
        } else if (!outputs.add(letter)) {
            findings.add(new Finding(Kind.DUPLICATE_OUTPUT, LetterDesk.STAGE, at));
        }
    }

    void receipt(Receipt receipt) {
        Origin letter = StageAccount.origin(receipt.input());
        if (letter == null) {
            findings.add(new Finding(Kind.RECEIPT_WITHOUT_RECORD, LetterDesk.STAGE, receipt.input()));
        } else if (receipts.putIfAbsent(letter, receipt) != null) {
            findings.add(new Finding(Kind.DUPLICATE_RECEIPT, LetterDesk.STAGE, receipt.input()));
        }
    }

    /** Records that {@code stage} took before may be gone from its input. */
    void outputsSince(String stage, Instant time) {
        outputsSince.put(stage, time);
    }

    /** Letters and closings of before may be gone from their topic. */
    void lettersSince(String topic, Instant time) {
        lettersSince.put(topic, time);
    }

    /** Receipts of before may be gone from the ledger. */
    void receiptsSince(Instant time) {
        receiptsSince = time;
    }

    /** True if there was never anything to do. */
    boolean isEmpty() {
        return letters.isEmpty() && receipts.isEmpty() && findings.isEmpty() && outputs.isEmpty();
    }

    AuditReport.Tally tally() {
        long in = closed.entrySet().stream()
                .filter(e -> isKept(e.getValue()) || receipts.containsKey(e.getKey()))
                .count();
        in += receipts.keySet().stream()
                .filter(letter -> !closed.containsKey(letter))
                .count();
        long retried =
                receipts.values().stream().filter(LetterAccount::isRetried).count();
        long open =
                letters.stream().filter(letter -> !closed.containsKey(letter)).count();
        return new AuditReport.Tally(LetterDesk.STAGE, in, retried, receipts.size() - retried, 0, open);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        closed.forEach((letter, time) -> {
            if (isKept(time) && !receipts.containsKey(letter)) all.add(finding(Kind.MISSING_RECEIPT, letter));
        });
        receipts.forEach((letter, receipt) -> compare(letter, receipt, all));
        for (Origin letter : outputs) {
            Receipt receipt = receipts.get(letter);
            if (receipt == null || !isRetried(receipt)) all.add(finding(Kind.OUTPUT_WITHOUT_RECEIPT, letter));
        }
        return all;
    }

    private void compare(Origin letter, Receipt receipt, List<Finding> all) {
        boolean closingMayBeGone = receipt.at().isBefore(lettersSince.getOrDefault(letter.topic(), Instant.MIN));
        if (!closed.containsKey(letter) && !closingMayBeGone) all.add(finding(Kind.RECEIPT_WITHOUT_RECORD, letter));
        String stage = stages.get(letter.topic());
        Instant since = stage == null ? Instant.MAX : outputsSince.getOrDefault(stage, Instant.MIN);
        boolean mayBeGone = receipt.at().isBefore(since);
        if (isRetried(receipt) && !outputs.contains(letter) && !mayBeGone) {
            all.add(finding(Kind.MISSING_OUTPUT, letter));
        }
    }

    private boolean isKept(Instant closing) {
        return !closing.isBefore(receiptsSince);
    }

    private static boolean isRetried(Receipt receipt) {
        return receipt.outcome() == Receipt.Result.emitted;
    }

    /** The letter of an event: {@code dead-letters/stage/partition@offset}. */
    private @Nullable Origin letter(String event) {
        String[] parts = event.split("/", -1);
        if (parts.length != 3) return null;
        for (Map.Entry<String, String> topic : stages.entrySet()) {
            if (topic.getValue().equals(parts[1])) return StageAccount.origin(topic.getKey() + "-" + parts[2]);
        }
        return null;
    }

    private static Finding finding(Kind kind, Origin letter) {
        return new Finding(kind, LetterDesk.STAGE, letter.toString());
    }
}
