package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.newsmill.message.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPartsTest {

    @Test
    void aPlanIsWrittenAsRunsAndReadAgain() {
        OffsetSet plan = OffsetSet.parse(Map.of(0, "5-9,12", 3, "0,40000-40001"));
        assertThat(plan.size()).isEqualTo(9);
        assertThat(plan.runs()).isEqualTo(Map.of(0, "5-9,12", 3, "0,40000-40001"));
        assertThat(plan.partitions()).containsExactly(0, 3);
    }

    @Test
    void aPlanOfAnyKindIsReadAsItWasWritten() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            OffsetSet plan = new OffsetSet();
            for (int n = random.nextInt(60); n >= 0; n--) plan.add(random.nextInt(3), random.nextInt(70_000));
            assertThat(OffsetSet.parse(plan.runs()).runs()).isEqualTo(plan.runs());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "5-", "-5", "9-5", "1,,2", "0-99999999999", "5 - 9"})
    void aBrokenPlanIsRefused(String runs) {
        assertThatIllegalArgumentException().isThrownBy(() -> OffsetSet.parse(Map.of(0, runs)));
    }

    @Test
    void goesFromOneRecordOfAPlanToTheNext() {
        OffsetSet plan = OffsetSet.parse(Map.of(1, "5,32768,100000"));
        assertThat(plan.next(1, 0)).isEqualTo(5);
        assertThat(plan.next(1, 5)).isEqualTo(5);
        assertThat(plan.next(1, 6)).isEqualTo(32768);
        assertThat(plan.next(1, 32769)).isEqualTo(100000);
        assertThat(plan.next(1, 100001)).isEqualTo(-1);
        assertThat(plan.next(0, 0)).isEqualTo(-1);
        assertThat(plan.last(1)).isEqualTo(100000);
        assertThat(plan.last(0)).isEqualTo(-1);
    }

    @Test
    void forgetsWhatIsRemoved() {
        OffsetSet set = OffsetSet.parse(Map.of(0, "5-6"));
        set.remove(0, 5);
        set.remove(0, 6);
        set.remove(7, 7);
        assertThat(set.partitions()).isEmpty();
        assertThat(set.last(0)).isEqualTo(-1);
    }

    @Test
    void aTallyIsReadAsItWasWritten() {
        ReplayTally tally = new ReplayTally(12, 3).plus(new ReplayTally(1, 0));
        assertThat(ReplayTally.parse(tally.toString())).isEqualTo(new ReplayTally(13, 3));
        assertThat(tally.all()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "written=x passed=1", "written=1", "nonsense"})
    void whatIsNoTallyCountsAsNothing(String text) {
        assertThat(ReplayTally.parse(text)).isEqualTo(ReplayTally.NONE);
    }

    @Test
    void aReplayIsReadFromJsonAsItWasWritten() throws IOException {
        Replay replay = replay("20260301-000000000-aa");
        byte[] json = Json.shared().writeValueAsBytes(replay);
        assertThat(Json.shared().readValue(json, Replay.class)).isEqualTo(replay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "\u0000"})
    void aReplaysIdMustFitIntoTheNameOfAGroup(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> replay(id));
    }

    @Test
    void aProgressCoversAPlanOnceItIsPastItsLastRecords() {
        OffsetSet plan = OffsetSet.parse(Map.of(0, "5-9", 1, "3"));
        assertThat(progress(Map.of(0, 10L, 1, 4L)).covers(plan)).isTrue();
        assertThat(progress(Map.of(0, 10L, 1, 3L)).covers(plan)).isFalse();
        assertThat(progress(Map.of(0, 10L)).covers(plan)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN})
    void aPaceIsNoNegativeNumber(double rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(rate));
    }

    @Test
    void aPaceTakesHalfASecondsRecordsAtOnce() {
        assertThat(new Pace(20).batch()).isEqualTo(10);
        assertThat(new Pace(0.1).batch()).isEqualTo(1);
        assertThat(new Pace(10_000).batch()).isEqualTo(50);
        assertThat(new Pace(0).batch()).isEqualTo(50);
    }

    @Test
    void aPaceHoldsWorkToItsRate() throws InterruptedException {
        Pace pace = new Pace(100);
        long began = System.nanoTime();
        for (int i = 0; i < 5; i++) pace.took(4);
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(190_000_000L);
    }

    private static ReplayProgress progress(Map<Integer, Long> next) {
        return new ReplayProgress(new TreeMap<>(next), ReplayTally.NONE);
    }

    private static Replay replay(String id) {
        return new Replay(
                id,
                Replay.State.paused,
                "clean",
                "newsmill.pages",
                "--host '*'",
                new TreeMap<>(Map.of("clean", "1.0")),
                new TreeMap<>(Map.of(0, "5-9")),
                5,
                new TreeMap<>(Map.of("changed", 5L)),
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-01T00:00:01Z"),
                null);
    }
}
