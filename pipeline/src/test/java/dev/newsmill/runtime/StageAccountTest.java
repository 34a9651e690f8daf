package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Receipt;
import dev.newsmill.message.Receipt.Result;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit decides on a stage, on books that are written here. */
class StageAccountTest {
    private static final String IN = "newsmill.pages";

    private StageAccount account = account(0, 100, 100);

    @Test
    void aCleanBookHasNoFindings() {
        take(0, Result.emitted);
        take(1, Result.dropped);
        take(2, Result.dead);
        assertThat(account.findings()).isEmpty();
        assertThat(account.tally(5)).isEqualTo(new AuditReport.Tally("clean", 3, 1, 1, 1, 5));
        assertThat(account.tally(5).balanced()).isTrue();
    }

    @Test
    void aMissingReceiptIsFound() {
        take(0, Result.emitted);
        account.input(0, 1);
        assertFound(Kind.MISSING_RECEIPT, IN + "-0@1");
        assertThat(account.tally(0).balanced()).isFalse();
    }

    @Test
    void aSecondReceiptIsFound() {
        take(0, Result.dropped);
        account.receipt(receipt(0, Result.dropped));
        assertFound(Kind.DUPLICATE_RECEIPT, IN + "-0@0");
    }

    @Test
    void aReceiptOfARecordThatIsNotThereIsFound() {
        account.receipt(receipt(8, Result.dropped));
        assertFound(Kind.RECEIPT_WITHOUT_RECORD, IN + "-0@8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "newsmill.pages-0@", "newsmill.pages-0@99999999999999999999"})
    void aReceiptThatNamesNoRecordIsFound(String input) {
        account.receipt(receipt(input, "clean/0@0", Result.dropped, Map.of()));
        assertFound(Kind.RECEIPT_WITHOUT_RECORD, input);
    }

    @Test
    void aMissingOutputIsFound() {
        account.input(0, 0);
        account.receipt(receipt(0, Result.emitted));
        assertFound(Kind.MISSING_OUTPUT, IN + "-0@0");
    }

    @Test
    void aSecondOutputIsFound() {
        take(0, Result.emitted);
        account.output("clean/0@0", "newsmill.articles-1@9");
        assertFound(Kind.DUPLICATE_OUTPUT, "newsmill.articles-1@9");
    }

    @Test
    void anOutputWithoutAReceiptIsFound() {
        take(0, Result.dropped);
        account.output("clean/0@0", "newsmill.articles-1@9");
        assertFound(Kind.OUTPUT_WITHOUT_RECEIPT, IN + "-0@0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other/0@0", "clean/", "clean/x@y", "clean/0@-1", "clean/0@0@0"})
    void anOutputOfUnknownOriginIsFound(String event) {
        account.output(event, "newsmill.articles-1@9");
        assertFound(Kind.OUTPUT_WITHOUT_RECEIPT, "newsmill.articles-1@9");
    }

    @Test
    void aMissingDeadLetterIsFound() {
        account.input(0, 0);
        account.receipt(receipt(0, Result.dead));
        assertFound(Kind.MISSING_DEAD_LETTER, IN + "-0@0");
    }

    @Test
    void aSecondDeadLetterIsFound() {
        take(0, Result.dead);
        account.deadLetter("clean/0@0", "dlq.newsmill.clean-0@4");
        assertFound(Kind.DUPLICATE_DEAD_LETTER, "dlq.newsmill.clean-0@4");
    }

    @Test
    void aDeadLetterWithoutAReceiptIsFound() {
        account.deadLetter("clean/0@0", "dlq.newsmill.clean-0@4");
        assertFound(Kind.DEAD_LETTER_WITHOUT_RECEIPT, IN + "-0@0");
    }

    @Test
    void aDeadLetterOfUnknownOriginIsFound() {
        account.deadLetter(null, "dlq.newsmill.clean-0@4");
        assertFound(Kind.DEAD_LETTER_WITHOUT_RECEIPT, "dlq.newsmill.clean-0@4");
    }

    @Test
    void whatTheGroupHasNotCommittedIsNotJudged() {
        account = account(0, 10, 5);
        account.receipt(receipt(5, Result.emitted));
        account.output("clean/0@7", "newsmill.articles-0@7");
        account.deadLetter("clean/0@8", "dlq.newsmill.clean-0@8");
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void whatIsOlderThanTheTopicIsNotJudged() {
        account = account(50, 100, 100);
        account.receipt(receipt(49, Result.emitted));
        account.output("clean/0@49", "newsmill.articles-0@1");
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void anOlderRevisionMayBeCompactedAway() {
        account.revision("a1", 2);
        account.input(0, 0);
        account.receipt(receipt(IN + "-0@0", "clean/0@0", Result.emitted, Map.of("revision", 1L)));
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void anOutputThatIsMissingForAReasonIsExcused() {
        account.input(0, 0);
        account.receipt(receipt(0, Result.emitted));
        account.excuse(receipt -> receipt.input().equals(IN + "-0@0"));
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void anOutputThatIsMissingForNoReasonIsNotExcused() {
        account.input(0, 0);
        account.receipt(receipt(0, Result.emitted));
        account.excuse(receipt -> false);
        assertFound(Kind.MISSING_OUTPUT, IN + "-0@0");
    }

    @Test
    void aDeadLetterThatWasDeletedWithOlderOnesIsNotMissed() {
        account.lettersSince(Instant.MAX);
        account.input(0, 0);
        account.receipt(receipt(0, Result.dead));
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void theNewestRevisionMayNotBeGone() {
        account.revision("a1", 2);
        account.input(0, 0);
        account.receipt(receipt(IN + "-0@0", "clean/0@0", Result.emitted, Map.of("revision", 2L)));
        assertFound(Kind.MISSING_OUTPUT, IN + "-0@0");
    }

    @Test
    void anOutputThatIsOlderThanItsTopicMayBeGone() {
        account.outputsSince(Samples.NOW.plusSeconds(1));
        account.input(0, 0);
        account.receipt(receipt(0, Result.emitted));
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void replaysOfARecordThatCarryItsOwnCoordinatesAreTold() {
        account.input(0, 0);
        account.receipt(receipt(IN + "-0@0", "clean/0@0/r7", Result.emitted, Map.of()));
        account.output("clean/0@0/r7", "newsmill.articles-0@0");
        assertThat(account.findings()).isEmpty();
    }

    @Test
    void inAnyBookExactlyWhatWasPlantedIsFound() {
        for (int seed = 0; seed < 60; seed++) plantAndFind(new Random(seed));
    }

    private void plantAndFind(Random random) {
        account = account(0, 1000, 1000);
        List<Finding> planted = new ArrayList<>();
        EnumSet<Kind> kinds = EnumSet.of(
                Kind.MISSING_RECEIPT,
                Kind.DUPLICATE_RECEIPT,
                Kind.MISSING_OUTPUT,
                Kind.DUPLICATE_OUTPUT,
                Kind.MISSING_DEAD_LETTER,
                Kind.DUPLICATE_DEAD_LETTER);
        List<Kind> all = List.copyOf(kinds);
        for (int offset = 0; offset < 60; offset++) {
            boolean plant = random.nextInt(6) == 0;
            if (plant) {
                planted.add(plant(offset, all.get(random.nextInt(all.size()))));
            } else {
                take(offset, Result.values()[random.nextInt(3)]);
            }
        }
        assertThat(account.findings()).containsExactlyInAnyOrderElementsOf(planted);
        Set<Kind> unbalancing = planted.stream().map(Finding::kind).collect(Collectors.toSet());
        assertThat(account.tally(0).balanced()).isEqualTo(!unbalancing.contains(Kind.MISSING_RECEIPT));
    }

    private Finding plant(int offset, Kind kind) {
        String event = "clean/0@" + offset;
        String copy = "copy-0@" + offset;
        boolean letter = kind == Kind.MISSING_DEAD_LETTER || kind == Kind.DUPLICATE_DEAD_LETTER;
        account.input(0, offset);
        if (kind != Kind.MISSING_RECEIPT) account.receipt(receipt(offset, letter ? Result.dead : Result.emitted));
        if (kind == Kind.DUPLICATE_RECEIPT) account.receipt(receipt(offset, Result.emitted));
        if (kind == Kind.DUPLICATE_OUTPUT || kind == Kind.DUPLICATE_RECEIPT) account.output(event, copy);
        if (kind == Kind.DUPLICATE_OUTPUT) account.output(event, copy);
        if (kind == Kind.DUPLICATE_DEAD_LETTER) {
            account.deadLetter(event, copy);
            account.deadLetter(event, copy);
        }
        boolean atCopy = kind == Kind.DUPLICATE_OUTPUT || kind == Kind.DUPLICATE_DEAD_LETTER;
        return new Finding(kind, "clean", atCopy ? copy : IN + "-0@" + offset);
    }

    private void take(int offset, Result outcome) {
        account.input(0, offset);
        account.receipt(receipt(offset, outcome));
        if (outcome == Result.emitted) account.output("clean/0@" + offset, "newsmill.articles-0@" + offset);
        if (outcome == Result.dead) account.deadLetter("clean/0@" + offset, "dlq.newsmill.clean-0@" + offset);
    }

    private void assertFound(Kind kind, String at) {
        assertThat(account.findings()).containsExactly(new Finding(kind, "clean", at));
    }

    private static StageAccount account(long begin, long end, long committed) {
        TopicSpan span = new TopicSpan(new TreeMap<>(Map.of(0, begin)), new TreeMap<>(Map.of(0, end)));
        return new StageAccount("clean", new GroupProgress(IN, span, new TreeMap<>(Map.of(0, committed))));
    }

    private static Receipt receipt(long offset, Result outcome) {
        return receipt(IN + "-0@" + offset, "clean/0@" + offset, outcome, Map.of());
    }

    private static Receipt receipt(String input, String event, Result outcome, Map<String, Long> facts) {
        Instant at = Samples.NOW;
        return new Receipt(
                "a1",
                "p1",
                null,
                null,
                "clean",
                outcome,
                event,
                null,
                null,
                input,
                null,
                null,
                "1.0",
                at,
                1.0,
                1,
                1,
                new TreeMap<>(facts));
    }
}
