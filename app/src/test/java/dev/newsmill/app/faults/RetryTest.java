package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.message.Receipt.Result;
import dev.newsmill.runtime.AuditReport;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import dev.newsmill.runtime.Letter;
import dev.newsmill.runtime.LetterDesk;
import dev.newsmill.runtime.LetterEdit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters that are retried and discarded, on the embedded Kafka. */
class RetryTest {
    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void oneCauseOfThreeIsFixedAndTheOthersAreKeptWithTwoAttempts() throws Exception {
        try (Lab lab = lab("three.")) {
            assertAllGoesWell(lab);
        }
    }

    /** The whole way of a hundred letters; also for the tests on a cluster. */
    static void assertAllGoesWell(Lab lab) throws InterruptedException {
        RetryScene trial = new RetryScene(lab);
        trial.feed();
        trial.work();
        List<Letter> before = trial.open();
        assertThat(RetryScene.causes(before))
                .isEqualTo(Map.of(
                        "MalformedInputException",
                        (long) RetryScene.CHARSET,
                        "StackOverflowError",
                        (long) RetryScene.DEEP,
                        "IllegalStateException",
                        (long) RetryScene.ODD));
        assertThat(trial.audit().clean()).isTrue();

        assertThat(trial.rehearse(before, LetterEdit.NONE)).isEqualTo(Map.of(Result.dead, 100L));
        assertThat(trial.rehearse(before, RetryScene.RIGHT_CHARSET))
                .isEqualTo(Map.of(Result.emitted, 60L, Result.dead, 40L));
        assertThat(trial.open()).hasSize(100);

        assertThat(trial.retry(before, RetryScene.RIGHT_CHARSET)).isEqualTo(100);
        assertThat(trial.open()).isEmpty();
        assertClean(trial, 100);
        trial.work();

        List<Letter> after = trial.open();
        assertThat(RetryScene.causes(after)).isEqualTo(Map.of("StackOverflowError", 25L, "IllegalStateException", 15L));
        assertThat(after).extracting(Letter::attempts).containsOnly(2);
        assertThat(places(before)).containsAll(places(after));
        assertClean(trial, 0);
        assertThat(trial.discard(after, "bugs that stay")).isEqualTo(40);
        assertThat(trial.open()).isEmpty();
        assertClean(trial, 0);
    }

    @Test
    void aLetterGoesBackOnceHoweverOftenItIsRetried() throws Exception {
        try (Lab lab = lab("once.")) {
            RetryScene trial = new RetryScene(lab);
            trial.feed();
            trial.work();
            List<Letter> letters = trial.open();
            assertThat(trial.retry(letters, LetterEdit.NONE)).isEqualTo(100);
            assertThat(trial.retry(letters, LetterEdit.NONE)).isZero();
            assertThat(trial.discard(letters, "too late")).isZero();
            assertClean(trial, 100);
        }
    }

    @Test
    void headersDoNotGrowWithTheAttempts() throws Exception {
        try (Lab lab = lab("grow.")) {
            RetryScene trial = new RetryScene(lab);
            trial.feed();
            trial.work();
            trial.retry(trial.open(), LetterEdit.NONE);
            trial.work();
            Map<String, Integer> second = headers(trial.open());
            for (int attempt = 3; attempt <= 5; attempt++) {
                trial.retry(trial.open(), LetterEdit.NONE);
                trial.work();
            }
            assertThat(trial.open()).extracting(Letter::attempts).containsOnly(5);
            assertThat(headers(trial.open())).isEqualTo(second);
            assertClean(trial, 0);
        }
    }

    @Test
    void aDeskThatIsTakenOverWritesNothingMore() throws Exception {
        try (Lab lab = lab("desk.")) {
            RetryScene trial = new RetryScene(lab);
            trial.feed();
            trial.work();
            List<Letter> letters = trial.open();
            try (LetterDesk first = trial.desk();
                    LetterDesk second = trial.desk()) {
                assertThat(second.discard(StrictStage.NAME, RetryScene.places(letters.subList(0, 5)), "mine"))
                        .isEqualTo(5);
                assertThatThrownBy(
                                () -> first.discard(StrictStage.NAME, RetryScene.places(letters.subList(5, 9)), "no"))
                        .isInstanceOf(KafkaException.class);
            }
            trial.discard(letters.subList(0, 1), "closed already");
            assertThat(trial.open()).hasSize(95);
            assertClean(trial, 0);
        }
    }

    @Test
    void theAuditFindsARetriedLetterWhoseRecordIsLost() throws Exception {
        try (Lab lab = lab("lost.")) {
            RetryScene trial = new RetryScene(lab);
            trial.feed();
            trial.work();
            Letter letter = trial.open().get(0);
            plantClosing(lab, letter);
            assertThat(trial.audit().findings())
                    .containsExactly(new Finding(
                            Kind.MISSING_RECEIPT, "dead-letters", letter.at().toString()));
        }
    }

    @Test
    void theAuditFindsARecordThatPretendsToComeFromALetter() throws Exception {
        try (Lab lab = lab("pretend.")) {
            RetryScene trial = new RetryScene(lab);
            trial.feed();
            trial.work();
            Letter letter = trial.open().get(0);
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(lab.topics().pages(), new byte[0], new byte[0]);
            String event = "dead-letters/strict/0@" + letter.at().offset();
            record.headers().add("ce_id", event.getBytes(StandardCharsets.UTF_8));
            lab.plant(record);
            assertThat(trial.audit().findings())
                    .containsExactly(new Finding(
                            Kind.OUTPUT_WITHOUT_RECEIPT,
                            "dead-letters",
                            letter.at().toString()));
        }
    }

    @Test
    void readsTheLettersThatAreWantedAndNoOthers() throws Exception {
        try (Lab lab = lab("wanted.")) {
            RetryScene trial = new RetryScene(lab);
            trial.feed();
            trial.work();
            List<Letter> wanted = List.of(trial.open().get(3), trial.open().get(71));
            java.util.ArrayList<Letter> read = new java.util.ArrayList<>();
            trial.topic().read(RetryScene.places(wanted), read::add);
            assertThat(RetryScene.places(read)).isEqualTo(RetryScene.places(wanted));
        }
    }

    private static void plantClosing(Lab lab, Letter letter) {
        ProducerRecord<byte[], byte[]> closing =
                new ProducerRecord<>(letter.at().topic(), new byte[0], null);
        closing.headers().add("newsmill-letter", letter.at().toString().getBytes(StandardCharsets.UTF_8));
        closing.headers().add("newsmill-closed", "retried".getBytes(StandardCharsets.UTF_8));
        lab.plant(closing);
    }

    private static void assertClean(RetryScene trial, long waiting) throws InterruptedException {
        AuditReport report = trial.audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.stages())
                .filteredOn(tally -> tally.stage().equals(StrictStage.NAME))
                .extracting(AuditReport.Tally::waiting)
                .containsExactly(waiting);
    }

    /** How many headers the letters have, by the place of their record. */
    private static Map<String, Integer> headers(List<Letter> letters) {
        return letters.stream()
                .collect(Collectors.toMap(
                        RetryScene::place, letter -> letter.record().headers().toArray().length));
    }

    private static Set<String> places(List<Letter> letters) {
        return letters.stream().map(RetryScene::place).collect(Collectors.toSet());
    }

    private static Lab lab(String prefix) {
        return new Lab(broker.bootstrap(), prefix, 1, StrictStage.NAME);
    }
}
