package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawalAccountTest {
    private static final String AT = "newsmill.published-0@7";

    private final WithdrawalAccount account = new WithdrawalAccount();

    @Test
    void aTombstoneWithItsReceiptIsInOrder() {
        account.tombstone("withdraw/a1@5", AT);
        account.receipt(receipt("withdraw", "a1", Samples.NOW));
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void aTombstoneOfNobodyIsFound() {
        account.tombstone("withdraw/a1@5", AT);
        assertThat(account.findings()).containsExactly(new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "withdraw", AT));
    }

    @Test
    void aTombstoneThatIsGoneOrThereTwiceIsInOrder() {
        account.receipt(receipt("withdraw", "a1", Samples.NOW));
        assertThat(account.findings()).isEmpty();
        account.tombstone("withdraw/a1@5", AT);
        account.tombstone("withdraw/a1@5", "newsmill.published-0@9");
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void explainsThatRevisionsOfBeforeAreGone() {
        account.receipt(receipt("withdraw", "a1", Samples.NOW));
        assertThat(account.explains(receipt("publish", "a1", Samples.NOW.minusSeconds(1))))
                .isTrue();
        assertThat(account.explains(receipt("publish", "a1", Samples.NOW.plusSeconds(1))))
                .isFalse();
        assertThat(account.explains(receipt("publish", "a2", Samples.NOW.minusSeconds(1))))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "withdraw", "publish/0@1", "dead-letters/clean/0@1"})
    void otherEventsAreNotOurs(String event) {
        assertThat(WithdrawalAccount.isOurs(event)).isFalse();
    }

    private static Receipt receipt(String stage, String id, Instant at) {
        return new Receipt(
                id,
                "page",
                null,
                null,
                stage,
                Receipt.Result.emitted,
                stage + "/" + id + "@5",
                null,
                null,
                id,
                null,
                null,
                "1.0",
                at,
                null,
                0,
                0,
                new TreeMap<>());
    }
}
