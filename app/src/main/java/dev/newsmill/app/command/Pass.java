package dev.newsmill.app.command;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.LetterDesk;
import dev.newsmill.runtime.Takedown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page's way through the mill, once: each time that it is fetched and each replay is one more. */
final class Pass {
    /** Stands for all stages before the last. */
    private static final String REPLAY = "replay";

    private final @Nullable String replay;
    private final List<Receipt> receipts = new ArrayList<>();

    private Pass(@Nullable String replay) {
        this.replay = replay;
    }

    /**
     * Sorts the receipts of one page into passes.
     *
     * @param receipts as they stand in the ledger. A page's receipts of ingest do not say where its record is, but pages
     *     of one URL stay in order: the first that ingest took is the first that the next stage took
     */
    static List<Pass> of(List<Receipt> receipts) {
        List<Pass> passes = new ArrayList<>();
        Deque<Pass> fresh = new ArrayDeque<>();
        Map<String, Pass> byOrigin = new LinkedHashMap<>();
        for (Receipt receipt : receipts) {
            if (receipt.origin() == null) {
                Pass pass = begin(passes, null);
                pass.receipts.add(receipt);
                if (isIngested(receipt)) fresh.add(pass);
                continue;
            }
            String key = receipt.origin() + "/" + receipt.replay();
            byOrigin.computeIfAbsent(key, k -> next(passes, fresh, receipt))
                    .receipts
                    .add(receipt);
        }
        return passes;
    }

    private static Pass next(List<Pass> passes, Deque<Pass> fresh, Receipt receipt) {
        return receipt.replay() == null && !fresh.isEmpty() ? fresh.remove() : begin(passes, receipt.replay());
    }

    /** A page that the next stage takes; a withdrawal has no origin either. */
    private static boolean isIngested(Receipt receipt) {
        return receipt.outcome() == Receipt.Result.emitted && !receipt.stage().equals(Takedown.STAGE);
    }

    private static Pass begin(List<Pass> passes, @Nullable String replay) {
        Pass pass = new Pass(replay);
        passes.add(pass);
        return pass;
    }

    /** The replay that it belongs to; null for a live one. */
    @Nullable
    String replay() {
        return replay;
    }

    /** In the order of the stages; one at least. */
    List<Receipt> receipts() {
        return Collections.unmodifiableList(receipts);
    }

    /** Coordinates of the page; null until the stage after ingest took it. */
    @Nullable
    String origin() {
        return receipts.stream()
                .map(Receipt::origin)
                .filter(o -> o != null)
                .findFirst()
                .orElse(null);
    }

    /** Coordinates of what a stage made: the input of the stage after it. Null where there is none yet. */
    @Nullable
    String output(Receipt receipt) {
        int next = receipts.indexOf(receipt) + 1;
        return next < receipts.size() ? receipts.get(next).input() : null;
    }

    Receipt last() {
        return receipts.get(receipts.size() - 1);
    }

    /** The stage that the page waits for; null if its way is over. */
    @Nullable
    String waitsFor(List<String> chain) {
        if (last().outcome() != Receipt.Result.emitted) return null;
        if (last().stage().equals(LetterDesk.STAGE)) return afterRetry(chain);
        boolean replayed = last().stage().equals(REPLAY);
        int at = replayed ? chain.size() - 2 : chain.indexOf(last().stage());
        return at >= 0 && at + 1 < chain.size() ? chain.get(at + 1) : null;
    }

    /** What went back as a page is a page of its own, and so a pass of its own. */
    private @Nullable String afterRetry(List<String> chain) {
        String stage = ResultWords.stageOf(last());
        return chain.indexOf(stage) > 1 ? stage : null;
    }
}
