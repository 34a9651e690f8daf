package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.RetryableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies is one whose marks are copied while it works. */
class MarkedReplayWorkTest {
    private static final String MARKS = "replay-r1-one.working";

    @TempDir
    Path folder;

    private final MessageCodec codec = new MessageCodec();
    private final List<List<Long>> worked = new ArrayList<>();
    private String left = "";

    @Test
    void worksOnWholeBatchesWhereNothingHappened() throws Exception {
        assertThat(settle(records(0, 5))).hasSize(5);
        assertThat(worked).containsExactly(List.of(0L, 1L, 2L, 3L, 4L));
        assertThat(marks()).isBlank();
    }

    @Test
    void worksOnTheRecordsOfABatchThatWasCutOffOneByOne() throws Exception {
        die(records(0, 3));
        assertThat(settle(records(0, 4))).hasSize(4);
        assertThat(worked).containsExactly(List.of(0L), List.of(1L), List.of(2L), List.of(3L));
        assertThat(marks()).isBlank();
    }

    @Test
    void givesUpARecordThatWasCutOffTwiceAlone() throws Exception {
        die(records(0, 3));
        die(records(1, 2));
        die(records(1, 2));
        List<ReplayWork.Answer> answers = settle(records(0, 3));
        assertThat(worked).containsExactly(List.of(0L), List.of(2L));
        assertThat(answers.get(1).outcome())
                .isEqualTo(Outcome.drop("failed", "the process ended 2 times while it worked on this record alone"));
    }

    @Test
    void anErrorIsNoDeath() throws Exception {
        try (MarkedReplayWork work = open(records -> {
            throw new RetryableException("later", new IOException());
        })) {
            assertThatThrownBy(() -> work.settle(records(0, 3))).isInstanceOf(RetryableException.class);
        }
        settle(records(0, 3));
        assertThat(worked).containsExactly(List.of(0L, 1L, 2L));
    }

    @Test
    void marksOfAnotherWorkerSayNothing() throws Exception {
        die(records(0, 3));
        Files.move(folder.resolve(MARKS), folder.resolve("replay-r1-two.working"));
        settle(records(0, 3));
        assertThat(worked).containsExactly(List.of(0L, 1L, 2L));
    }

    /** Leaves the marks that are there in the middle of the work. */
    private void die(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        try (MarkedReplayWork work = open(batch -> {
            left = marks();
            return emitAll(batch);
        })) {
            work.settle(records);
        }
        Files.writeString(folder.resolve(MARKS), left, StandardCharsets.ISO_8859_1);
    }

    private List<ReplayWork.Answer> settle(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        try (MarkedReplayWork work = open(batch -> {
            worked.add(batch.stream().map(ConsumerRecord::offset).toList());
            return emitAll(batch);
        })) {
            return work.settle(records);
        }
    }

    private MarkedReplayWork open(ReplayWork work) {
        return MarkedReplayWork.open(
                work,
                (record, error) -> answer(record, Outcome.drop("failed", String.valueOf(error.getMessage()))),
                folder,
                "r1",
                "one");
    }

    private String marks() {
        try {
            return Files.readString(folder.resolve(MARKS), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(int from, int to) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int offset = from; offset < to; offset++) {
            records.add(Samples.pageRecord("a" + offset, 0, offset));
        }
        return records;
    }

    private List<ReplayWork.Answer> emitAll(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> answer(record, Outcome.emit(Samples.enriched("a" + record.offset()))))
                .toList();
    }

    private ReplayWork.Answer answer(ConsumerRecord<byte[], byte[]> record, Outcome<EnrichedArticle> outcome) {
        return new ReplayWork.Answer(codec.decode(record, Page.class), outcome, new TreeMap<>(), 1);
    }
}
