package dev.newsmill.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.runtime.Replay;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplayIdTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00.123Z");

    @Test
    void beginsWithTheTime() {
        assertThat(next(List.of(), NOON)).matches("20260310-120000123-[a-z0-9]{2}");
    }

    @Test
    void isGreaterThanAllBeforeEvenIfTheClockGoesBack() {
        List<Replay> replays = new ArrayList<>();
        String last = "";
        for (int i = 0; i < 50; i++) {
            String id = next(replays, NOON.minusSeconds(60L * i));
            assertThat(id).isGreaterThan(last);
            replays.add(replay(id));
            last = id;
        }
    }

    private static String next(List<Replay> replays, Instant now) {
        return ReplayId.next(replays, Clock.fixed(now, ZoneOffset.UTC), new Random(1));
    }

    private static Replay replay(String id) {
        return new Replay(
                id,
                Replay.State.done,
                "clean",
                "newsmill.pages",
                "all",
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                new TreeMap<>(),
                NOON,
                NOON,
                null);
    }
}
