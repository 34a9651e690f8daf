package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A replay of pages-0@5 to 9, of which its group is past 5 to 7. */
class ReplayAccountTest {
    private static final String ID = "20260301-000000000-aa";
    private static final Instant BEGUN = Instant.parse("2026-03-01T00:00:00Z");

    private final ReplayAccount account = account(Replay.State.running);

    @Test
    void isCleanWhereEachRecordHasItsReceiptAndEachEmittedOneItsOutput() {
        settle();
        assertThat(account.findings()).isEmpty();
        assertThat(account.tally()).isEqualTo(new AuditReport.Tally("replay", 3, 2, 1, 0, 2));
    }

    @Test
    void missesAReceipt() {
        receipt(5, Receipt.Result.dropped);
        receipt(7, Receipt.Result.dropped);
        assertThat(account.findings()).containsExactly(finding(Kind.MISSING_RECEIPT, 6));
    }

    @Test
    void missesAnOutput() {
        settle();
        ReplayAccount other = account(Replay.State.running);
        other.receipt(receiptOf(5, Receipt.Result.emitted));
        other.receipt(receiptOf(6, Receipt.Result.dropped));
        other.receipt(receiptOf(7, Receipt.Result.dropped));
        assertThat(other.findings()).containsExactly(finding(Kind.MISSING_OUTPUT, 5));
    }

    @Test
    void findsASecondReceiptAndASecondOutput() {
        settle();
        receipt(6, Receipt.Result.dropped);
        account.output(event(5), "enriched-0@9");
        assertThat(account.findings())
                .containsExactlyInAnyOrder(
                        finding(Kind.DUPLICATE_RECEIPT, 6),
                        new Finding(Kind.DUPLICATE_OUTPUT, "replay", "enriched-0@9"));
    }

    @Test
    void findsAnOutputThatNoReceiptSpeaksOf() {
        settle();
        account.output(event(6), "enriched-0@9");
        account.output("replay/0@5/another", "enriched-0@10");
        assertThat(account.findings())
                .containsExactlyInAnyOrder(
                        finding(Kind.OUTPUT_WITHOUT_RECEIPT, 6),
                        new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "replay", "enriched-0@10"));
    }

    @Test
    void findsAReceiptOfARecordThatWasNotAskedFor() {
        settle();
        receipt(20, Receipt.Result.dropped);
        assertThat(account.findings()).containsExactly(finding(Kind.RECEIPT_WITHOUT_RECORD, 20));
    }

    @Test
    void leavesAloneWhatIsOnItsWay() {
        settle();
        receipt(8, Receipt.Result.emitted);
        account.output(event(8), "enriched-0@9");
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void doesNotMissWhatIsGoneByItsAge() {
        account.receiptsSince(BEGUN.plusSeconds(1));
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void doesNotMissAnOutputThatIsGoneByItsAge() {
        account.outputsSince(BEGUN.plusSeconds(60));
        receipt(5, Receipt.Result.emitted);
        receipt(6, Receipt.Result.dropped);
        receipt(7, Receipt.Result.dropped);
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void nothingWaitsForACancelledReplay() {
        assertThat(account(Replay.State.cancelled).tally().waiting()).isZero();
        assertThat(account.tally().waiting()).isEqualTo(2);
    }

    private void settle() {
        receipt(5, Receipt.Result.emitted);
        receipt(6, Receipt.Result.dropped);
        receipt(7, Receipt.Result.emitted);
        account.output(event(5), "enriched-0@1");
        account.output(event(7), "enriched-0@2");
    }

    private void receipt(long offset, Receipt.Result outcome) {
        account.receipt(receiptOf(offset, outcome));
    }

    private static Receipt receiptOf(long offset, Receipt.Result outcome) {
        @Nullable String reason = outcome == Receipt.Result.emitted ? null : "stale";
        String input = "pages-0@" + offset;
        return new Receipt(
                "a",
                "p",
                null,
                null,
                "replay",
                outcome,
                event(offset),
                reason,
                null,
                input,
                input,
                ID,
                "clean=1.0",
                BEGUN.plusSeconds(5),
                null,
                1,
                1,
                new TreeMap<>());
    }

    private static ReplayAccount account(Replay.State state) {
        Replay replay = new Replay(
                ID,
                state,
                "clean",
                "pages",
                "all",
                new TreeMap<>(),
                new TreeMap<>(Map.of(0, "5-9")),
                5,
                new TreeMap<>(),
                BEGUN,
                BEGUN,
                null);
        ReplayAccount account = new ReplayAccount();
        account.add(replay, new ReplayProgress(new TreeMap<>(Map.of(0, 8L)), new ReplayTally(2, 1)));
        return account;
    }

    private static String event(long offset) {
        return "replay/0@" + offset + "/" + ID;
    }

    private static Finding finding(Kind kind, long offset) {
        return new Finding(kind, "replay", "pages-0@" + offset + " of replay " + ID);
    }
}
