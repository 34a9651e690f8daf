package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashMarksTest {
    @TempDir
    Path directory;

    @Test
    void aNewInstanceSuspectsNothing() {
        assertThat(open().isSuspect(record(0, 5))).isFalse();
    }

    @Test
    void whatWasWorkedOnAtTheCrashIsSuspectAfterIt() {
        open().begin(batch(0, 5, 8));
        CrashMarks after = open();
        assertThat(batch(0, 3, 9))
                .extracting(after::isSuspect)
                .containsExactly(false, false, true, true, true, true, false);
        assertThat(after.isSuspect(record(1, 6))).isFalse();
    }

    @Test
    void whatWasSurvivedIsNotSuspect() {
        CrashMarks marks = open();
        marks.begin(batch(0, 5, 8));
        marks.survived(batch(0, 5, 8));
        assertThat(open().isSuspect(record(0, 6))).isFalse();
    }

    @Test
    void aBatchThatWasCutOffSaysNothingAgainstEachOfItsRecords() {
        open().begin(batch(0, 5, 8));
        open().begin(batch(0, 5, 8));
        assertThat(open().timesAlone(record(0, 5))).isZero();
    }

    @Test
    void crashesOnARecordAloneAreCounted() {
        open().begin(batch(0, 5, 8));
        open().begin(List.of(record(0, 5)));
        assertThat(open().timesAlone(record(0, 5))).isEqualTo(1);
        open().begin(List.of(record(0, 5)));
        assertThat(open().timesAlone(record(0, 5))).isEqualTo(CrashMarks.ENOUGH);
        assertThat(open().timesAlone(record(0, 6))).isZero();
    }

    @Test
    void theRestOfTheBatchStaysSuspectWhileItIsDoneOneByOne() {
        open().begin(batch(0, 5, 8));
        CrashMarks second = open();
        second.begin(List.of(record(0, 5)));
        second.survived(List.of(record(0, 5)));
        second.begin(List.of(record(0, 6)));
        CrashMarks third = open();
        assertThat(batch(0, 5, 8)).extracting(third::isSuspect).containsExactly(false, true, true, true);
        assertThat(third.timesAlone(record(0, 6))).isEqualTo(1);
    }

    @Test
    void survivingARecordClearsItsCount() {
        open().begin(List.of(record(0, 5)));
        CrashMarks marks = open();
        marks.begin(List.of(record(0, 5)));
        marks.survived(List.of(record(0, 5)));
        assertThat(marks.timesAlone(record(0, 5))).isZero();
        assertThat(open().isSuspect(record(0, 5))).isFalse();
    }

    @Test
    void marksOfOffsetsThatAreBehindAreForgotten() {
        open().begin(List.of(record(0, 5)));
        CrashMarks marks = open();
        marks.begin(batch(0, 20, 22));
        marks.survived(batch(0, 20, 22));
        assertThat(open().isSuspect(record(0, 5))).isFalse();
    }

    @Test
    void partitionsAndTopicsAreKeptApart() {
        open().begin(List.of(record(0, 5), record(1, 70)));
        CrashMarks after = open();
        assertThat(after.isSuspect(record(0, 5))).isTrue();
        assertThat(after.isSuspect(record(1, 70))).isTrue();
        assertThat(after.isSuspect(record(0, 70))).isFalse();
        assertThat(after.isSuspect(new ConsumerRecord<>("other", 0, 5, new byte[0], new byte[0])))
                .isFalse();
    }

    @Test
    void instancesAreKeptApart() {
        CrashMarks.open(directory, "group", "one").begin(List.of(record(0, 5)));
        assertThat(CrashMarks.open(directory, "group", "two").isSuspect(record(0, 5)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u00ff\u0000",
                "1 0 5",
                "1 0 5 5",
                "x 0 5 5 newsmill.pages",
                "-1 0 5 5 newsmill.pages",
                "1 99999999999999 5 5 newsmill.pages",
                "1 0 99999999999999999999 5 newsmill.pages"
            })
    void aFileThatMakesNoSenseCountsAsNone(String content) throws Exception {
        Files.writeString(directory.resolve("group-instance.working"), content);
        assertThat(open().isSuspect(record(0, 5))).isFalse();
    }

    @Test
    void aGoodLineAmongBadOnesCounts() throws Exception {
        Files.writeString(directory.resolve("group-instance.working"), "rubbish\n2 0 5 5 newsmill.pages\nmore");
        assertThat(open().timesAlone(record(0, 5))).isEqualTo(2);
    }

    @Test
    void aLargeBatchIsAFewBytes() throws Exception {
        open().begin(batch(0, 0, 2000));
        assertThat(Files.size(directory.resolve("group-instance.working"))).isLessThan(100);
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> CrashMarks.open(file, "group", "instance"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private CrashMarks open() {
        return CrashMarks.open(directory, "group", "instance");
    }

    private static List<ConsumerRecord<byte[], byte[]>> batch(int partition, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(o -> record(partition, o))
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset) {
        return new ConsumerRecord<>("newsmill.pages", partition, offset, new byte[0], new byte[0]);
    }
}
