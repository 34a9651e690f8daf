package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Receipt;
import dev.newsmill.message.Receipt.Result;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import dev.newsmill.runtime.LetterClosing.Way;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterAccountTest {
    private static final String TOPIC = Topics.DEFAULT.deadLetters("clean");

    private final LetterAccount account = new LetterAccount(Map.of(TOPIC, "clean"));

    @Test
    void booksInOrderGiveNoFinding() {
        for (int offset = 0; offset < 4; offset++) account.letter(at(offset));
        retry(0);
        discard(1);
        assertThat(account.findings()).isEmpty();
        assertThat(account.tally()).isEqualTo(new AuditReport.Tally("dead-letters", 2, 1, 1, 0, 2));
        assertThat(account.tally().balanced()).isTrue();
    }

    @Test
    void isEmptyUntilThereIsALetter() {
        assertThat(account.isEmpty()).isTrue();
        account.letter(at(0));
        assertThat(account.isEmpty()).isFalse();
    }

    @Test
    void aClosedLetterWithoutAReceiptIsFound() {
        account.letter(at(0));
        close(0, Way.discarded);
        assertFound(Kind.MISSING_RECEIPT, at(0).toString());
        assertThat(account.tally().balanced()).isFalse();
    }

    @Test
    void aRetriedRecordThatIsLostIsFound() {
        account.letter(at(0));
        close(0, Way.retried);
        account.receipt(receipt(0, Result.emitted));
        assertFound(Kind.MISSING_OUTPUT, at(0).toString());
    }

    @Test
    void aRetriedRecordThatIsThereTwiceIsFound() {
        account.letter(at(0));
        retry(0);
        account.output("dead-letters/clean/0@0", "newsmill.pages-1@9");
        assertFound(Kind.DUPLICATE_OUTPUT, "newsmill.pages-1@9");
    }

    @Test
    void aRecordThatNobodyRetriedIsFound() {
        account.letter(at(0));
        account.output("dead-letters/clean/0@0", "newsmill.pages-1@9");
        assertFound(Kind.OUTPUT_WITHOUT_RECEIPT, at(0).toString());
    }

    @Test
    void aDiscardedLetterThatCameBackAllTheSameIsFound() {
        account.letter(at(0));
        discard(0);
        account.output("dead-letters/clean/0@0", "newsmill.pages-1@9");
        assertFound(Kind.OUTPUT_WITHOUT_RECEIPT, at(0).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters/", "dead-letters/clean", "dead-letters/other/0@0", "dead-letters/clean/x@y"})
    void aRecordOfNoLetterIsFound(String event) {
        account.output(event, "newsmill.pages-1@9");
        assertFound(Kind.OUTPUT_WITHOUT_RECEIPT, "newsmill.pages-1@9");
    }

    @Test
    void aReceiptForALetterThatIsOpenIsFound() {
        account.letter(at(0));
        account.receipt(receipt(0, Result.dropped));
        assertFound(Kind.RECEIPT_WITHOUT_RECORD, at(0).toString());
    }

    @Test
    void aReceiptThatNamesNoLetterIsFound() {
        Receipt receipt = receipt("nonsense", Result.dropped);
        account.receipt(receipt);
        assertFound(Kind.RECEIPT_WITHOUT_RECORD, "nonsense");
    }

    @Test
    void aSecondReceiptIsFound() {
        account.letter(at(0));
        discard(0);
        account.receipt(receipt(0, Result.dropped));
        assertFound(Kind.DUPLICATE_RECEIPT, at(0).toString());
    }

    @Test
    void aLetterThatWasClosedTwiceIsFound() {
        account.letter(at(0));
        discard(0);
        account.closing(new LetterClosing(at(0), Way.discarded, null), Samples.NOW, TOPIC + "-0@12");
        assertFound(Kind.DUPLICATE_RECEIPT, TOPIC + "-0@12");
    }

    @Test
    void aReceiptThatIsGoneByItsAgeIsNotMissed() {
        account.letter(at(0));
        close(0, Way.discarded);
        account.receiptsSince(Samples.NOW.plusSeconds(1));
        assertThat(account.findings()).isEmpty();
        assertThat(account.tally().balanced()).isTrue();
    }

    @Test
    void aRecordThatIsGoneFromItsTopicByItsAgeIsNotMissed() {
        account.letter(at(0));
        close(0, Way.retried);
        account.receipt(receipt(0, Result.emitted));
        account.outputsSince("clean", Samples.NOW.plusSeconds(1));
        assertThat(account.findings()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "clean/0@1", "feed/1", "dead-letters"})
    void otherEventsAreNotOurs(String event) {
        assertThat(LetterAccount.isOurs(event)).isFalse();
    }

    private void retry(int offset) {
        close(offset, Way.retried);
        account.receipt(receipt(offset, Result.emitted));
        account.output("dead-letters/clean/0@" + offset, "newsmill.pages-0@" + (100 + offset));
    }

    private void discard(int offset) {
        close(offset, Way.discarded);
        account.receipt(receipt(offset, Result.dropped));
    }

    private void close(int offset, Way way) {
        account.closing(new LetterClosing(at(offset), way, null), Samples.NOW, TOPIC + "-0@" + (50 + offset));
    }

    private void assertFound(Kind kind, String at) {
        assertThat(account.findings()).containsExactly(new Finding(kind, "dead-letters", at));
    }

    private static Origin at(int offset) {
        return new Origin(TOPIC, 0, offset);
    }

    private static Receipt receipt(int offset, Result outcome) {
        return receipt(at(offset).toString(), outcome);
    }

    private static Receipt receipt(String input, Result outcome) {
        return new Receipt(
                "id",
                "page",
                null,
                null,
                "dead-letters",
                outcome,
                "event",
                null,
                null,
                input,
                null,
                null,
                "1.0",
                Samples.NOW,
                0.0,
                0,
                0,
                new TreeMap<>());
    }
}
