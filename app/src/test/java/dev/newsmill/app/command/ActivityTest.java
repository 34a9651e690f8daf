package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Receipt;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private final Activity activity = new Activity();

    @Test
    void ratesAreOfTheLastFiveMinutes() {
        for (int i = 0; i < 30; i++) activity.add(Receipts.cleaned(i, i));
        for (int i = 0; i < 30; i++) activity.add(Receipts.dropped("clean", 200, i, "empty", null));
        Activity.Recent recent = activity.recent("clean", Receipts.NOON.plusSeconds(300));
        assertThat(recent.inPerSecond()).isEqualTo(0.2);
        assertThat(recent.outPerSecond()).isEqualTo(0.1);
        assertThat(activity.recent("clean", Receipts.NOON.plusSeconds(310)).inPerSecond())
                .isLessThan(0.2);
    }

    @Test
    void totalsAreOfAllTime() {
        activity.add(Receipts.dead("enrich", 0, 1, "IllegalStateException", "bad"));
        activity.recent("enrich", Receipts.NOON.plusSeconds(100_000));
        assertThat(activity.total("enrich", Receipt.Result.dead)).isEqualTo(1);
        assertThat(activity.total("enrich", Receipt.Result.dropped)).isZero();
    }

    @Test
    void aStageWithoutReceiptsHasNoTimes() {
        Activity.Recent recent = activity.recent("publish", Receipts.NOON);
        assertThat(recent).isEqualTo(new Activity.Recent(0, 0, null, null));
    }

    @Test
    void theNinetyFifthOfTheTimesIsTaken() {
        activity.add(Receipts.cleaned(1, 1));
        assertThat(activity.recent("clean", Receipts.NOON.plusSeconds(2)).p95Millis())
                .isEqualTo(41.25);
    }
}
