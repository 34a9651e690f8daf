package dev.newsmill.app.replay;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.OffsetSet;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pages of which the ledger says what a selection asks for, by their coordinates. */
final class LedgerMatches {
    private final @Nullable String reason;
    private final @Nullable VersionCondition version;
    private final OffsetSet byReason = new OffsetSet();
    private final OffsetSet byVersion = new OffsetSet();

    private LedgerMatches(Selection selection) {
        this.reason = selection.reason();
        this.version = selection.version();
    }

    /** Reads the whole ledger; a page's receipts are in one partition, so the newest comes last. */
    static Predicate<Origin> read(Selection selection, Ledger ledger) {
        if (!selection.asksTheLedger()) return page -> true;
        LedgerMatches matches = new LedgerMatches(selection);
        ledger.read(ledger.all(), matches::note);
        return matches::has;
    }

    private void note(Receipt receipt) {
        Origin page = receipt.origin() == null ? null : origin(receipt.origin());
        if (page == null) return;
        boolean ended = receipt.outcome() != Receipt.Result.emitted;
        if (reason != null) put(byReason, page, ended && reason.equals(receipt.reason()));
        String ran = version == null ? null : version(receipt, version.stage());
        if (ran != null && version != null) put(byVersion, page, version.accepts(ran));
    }

    private static void put(OffsetSet set, Origin page, boolean in) {
        if (in) set.add(page.partition(), page.offset());
        else set.remove(page.partition(), page.offset());
    }

    private boolean has(Origin page) {
        return (reason == null || byReason.contains(page.partition(), page.offset()))
                && (version == null || byVersion.contains(page.partition(), page.offset()));
    }

    /** The version that a stage had; a replay's receipt names those of all the stages that it ran. */
    private static @Nullable String version(Receipt receipt, String stage) {
        if (receipt.stage().equals(stage)) return receipt.version();
        return Arrays.stream(receipt.version().split(" "))
                .filter(pair -> pair.startsWith(stage + "="))
                .map(pair -> pair.substring(stage.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Origin origin(String text) {
        try {
            return Origin.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
