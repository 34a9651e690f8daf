package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Receipt;
import dev.newsmill.message.Receipt.Result;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAccountTest {
    private final FeedAccount account = new FeedAccount();

    @Test
    void aCleanBookHasNoFindings() {
        account.receipt(receipt("f/0", Result.emitted));
        account.page("f/0", "newsmill.pages-0@0");
        account.receipt(receipt("f/1", Result.dropped));
        account.receipt(receipt("f/2", Result.dead));
        account.deadLetter("f/2", "dlq.newsmill.ingest-0@0");
        assertThat(account.findings()).isEmpty();
        assertThat(account.tally()).isEqualTo(new AuditReport.Tally("ingest", 3, 1, 1, 1, 0));
    }

    @Test
    void feedsAreKeptApart() {
        account.receipt(receipt("f/0", Result.emitted));
        account.page("g/0", "newsmill.pages-0@0");
        assertThat(account.findings())
                .containsExactly(
                        new Finding(Kind.MISSING_OUTPUT, "ingest", "f/0"),
                        new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "ingest", "g/0"));
    }

    @Test
    void aSecondPageIsFound() {
        account.receipt(receipt("f/0", Result.emitted));
        account.page("f/0", "newsmill.pages-0@0");
        account.page("f/0", "newsmill.pages-0@9");
        assertFound(Kind.DUPLICATE_OUTPUT, "newsmill.pages-0@9");
    }

    @Test
    void aSecondReceiptIsFound() {
        account.receipt(receipt("f/0", Result.dropped));
        account.receipt(receipt("f/0", Result.dropped));
        assertFound(Kind.DUPLICATE_RECEIPT, "place");
    }

    @Test
    void aPageWhoseReceiptSaysDroppedIsFound() {
        account.receipt(receipt("f/0", Result.dropped));
        account.page("f/0", "newsmill.pages-0@0");
        assertFound(Kind.OUTPUT_WITHOUT_RECEIPT, "f/0");
    }

    @Test
    void aMissingDeadLetterIsFound() {
        account.receipt(receipt("f/0", Result.dead));
        assertFound(Kind.MISSING_DEAD_LETTER, "f/0");
    }

    @Test
    void aDeadLetterWithoutAReceiptIsFound() {
        account.deadLetter("f/0", "dlq.newsmill.ingest-0@0");
        assertFound(Kind.DEAD_LETTER_WITHOUT_RECEIPT, "f/0");
    }

    @Test
    void aSecondDeadLetterIsFound() {
        account.receipt(receipt("f/0", Result.dead));
        account.deadLetter("f/0", "dlq.newsmill.ingest-0@0");
        account.deadLetter("f/0", "dlq.newsmill.ingest-0@1");
        assertFound(Kind.DUPLICATE_DEAD_LETTER, "dlq.newsmill.ingest-0@1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "f", "f/", "f/x", "f/-1", "f/99999999999999999999"})
    void whatHasNoNumberIsFound(@Nullable String event) {
        account.page(event, "newsmill.pages-0@0");
        account.deadLetter(event, "dlq.newsmill.ingest-0@0");
        account.receipt(receipt(event, Result.emitted));
        assertThat(account.findings())
                .extracting(Finding::kind)
                .containsExactly(
                        Kind.OUTPUT_WITHOUT_RECEIPT, Kind.DEAD_LETTER_WITHOUT_RECEIPT, Kind.RECEIPT_WITHOUT_RECORD);
    }

    @Test
    void aPageThatIsOlderThanTheTopicMayBeGoneOrThere() {
        account.pagesSince(Samples.NOW.plusSeconds(1));
        account.receipt(receipt("f/0", Result.emitted));
        account.receipt(receipt("f/1", Result.emitted));
        account.page("f/1", "newsmill.pages-0@1");
        assertThat(account.findings()).isEmpty();
        assertThat(account.tally().emitted()).isEqualTo(2);
    }

    private void assertFound(Kind kind, String at) {
        assertThat(account.findings()).containsExactly(new Finding(kind, "ingest", at));
    }

    private static Receipt receipt(@Nullable String event, Result outcome) {
        return new Receipt(
                "p1",
                "p1",
                null,
                null,
                "ingest",
                outcome,
                event,
                null,
                null,
                "place",
                null,
                null,
                "1.0",
                Samples.NOW,
                null,
                0,
                1,
                new TreeMap<>());
    }
}
