package dev.newsmill.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.newsmill.runtime.OffsetSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionPartsTest {

    @ParameterizedTest
    @CsvSource({
        "pages/0:100-200, 0, 100, 200",
        "pages/3:7,       3, 7,   8",
        "pages/3:7-,      3, 7,   9223372036854775807",
        "pages/3:-7,      3, 0,   7",
        "a.b-c_d/3,       3, 0,   9223372036854775807",
    })
    void readsRangesOfOffsets(String text, int partition, long begin, long end) {
        assertThat(OffsetRange.parse(text))
                .isEqualTo(new OffsetRange(text.substring(0, text.indexOf('/')), partition, begin, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "pages:1-2", "pages/0:2-2", "pages/0:5-2", "pages/x:1-2", "/0:1-2", "pages/0:a-b"})
    void refusesWhatIsNoRangeOfOffsets(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OffsetRange.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "clean<1.1,   1.0,  true",
        "clean<1.1,   1.1,  false",
        "clean<1.10,  1.9,  true",
        "clean<=1.1,  1.1,  true",
        "clean>1.1,   1.10, true",
        "clean>=1.1,  1.0,  false",
        "clean=1.1,   1.1,  true",
        "clean!=1.1,  1.1,  false",
        "clean < 2,   1.9,  true",
        "clean<1.1,   new,  false",
    })
    void comparesVersionsByTheirNumbers(String condition, String actual, boolean accepted) {
        assertThat(VersionCondition.parse(condition).accepts(actual)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "<1.1", "clean<", "clean~1.1", "clean<new", "Clean<1"})
    void refusesWhatIsNoConditionOnAVersion(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VersionCondition.parse(text));
    }

    @Test
    void picksThoseThatCameFirst() {
        Picker picker = new Picker(selection(0, 3));
        for (long offset : List.of(9L, 2L, 7L, 4L, 5L)) picker.add(record(0, offset, 1000 - offset));
        assertThat(picker.picked().runs().get(0)).isEqualTo("5,7,9");
    }

    @Test
    void picksASampleFromAllPartitionsThatHoldsTheSmallerOne() {
        assertThat(sample(40).partitions()).containsExactly(0, 1, 2, 3);
        assertThat(sample(40).size()).isEqualTo(40);
        OffsetSet smaller = sample(20);
        for (int partition : smaller.partitions()) {
            for (long at = smaller.next(partition, 0); at >= 0; at = smaller.next(partition, at + 1)) {
                assertThat(sample(40).contains(partition, at)).isTrue();
            }
        }
    }

    private static OffsetSet sample(int size) {
        Picker picker = new Picker(selection(size, 0));
        for (int partition = 0; partition < 4; partition++) {
            for (long offset = 0; offset < 250; offset++) picker.add(record(partition, offset, 0));
        }
        return picker.picked();
    }

    private static Selection selection(int sample, int limit) {
        return new Selection(TimeRange.ALL, List.of(), null, Set.of(), null, null, sample, limit);
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, long timestamp) {
        return new ConsumerRecord<>(
                "pages",
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                java.util.Optional.empty());
    }
}
