package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.stage.RetryableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class CrewTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void letRunawaysEnd() {
        over.set(true);
    }

    @Test
    void resultsComeInTheOrderOfTheItems() throws Exception {
        List<Integer> items = IntStream.range(0, 1000).boxed().toList();
        try (var crew = crew(4, LONG, i -> "r" + i)) {
            assertThat(crew.apply(items))
                    .containsExactlyElementsOf(items.stream().map(i -> "r" + i).toList());
        }
    }

    @Test
    void itemsAreWorkedOnAtTheSameTime() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        try (var crew = crew(3, LONG, i -> "met " + (together.await(10, TimeUnit.SECONDS) >= 0))) {
            assertThat(crew.apply(List.of(1, 2, 3))).containsOnly("met true");
        }
    }

    @Test
    void anEmptyBatchHasNoResults() throws Exception {
        try (var crew = crew(2, LONG, i -> "r")) {
            assertThat(crew.apply(List.of())).isEmpty();
        }
    }

    @Test
    void manyBatchesFollowEachOther() throws Exception {
        try (var crew = crew(3, LONG, i -> "r" + i)) {
            for (int i = 0; i < 500; i++) assertThat(crew.apply(List.of(i))).containsExactly("r" + i);
        }
    }

    /** One quick thread does a batch of one; the other comes late to it, and finds more in the caller's list. */
    @Test
    void aListThatIsUsedAgainForTheNextBatchDoesNoHarm() throws Exception {
        List<Integer> batch = new ArrayList<>();
        try (var crew = crew(3, LONG, i -> "r" + i)) {
            for (int round = 0; round < 3000; round++) {
                batch.clear();
                for (int i = 0; i <= round % 5; i++) batch.add(i);
                assertThat(crew.apply(batch)).hasSize(batch.size());
            }
        }
    }

    @Test
    void anExceptionIsTheFailureOfItsItemOnly() throws Exception {
        try (var crew = crew(2, LONG, i -> {
            if (i == 2) throw new java.io.IOException("bad");
            return "r" + i;
        })) {
            assertThat(crew.apply(List.of(1, 2, 3))).containsExactly("r1", "2: IOException", "r3");
        }
    }

    @Test
    void anEndlessLoopIsCutOffAndTheOthersAreNotDelayed() throws Exception {
        try (var crew = crew(2, SHORT, i -> i == 0 ? spin() : "r" + i)) {
            assertThat(crew.apply(List.of(0, 1, 2, 3))).containsExactly("0: RecordTimeoutException", "r1", "r2", "r3");
        }
    }

    @Test
    void aCrewOfOneGoesOnAfterAnEndlessLoop() throws Exception {
        try (var crew = crew(1, SHORT, i -> i == 0 ? spin() : "r" + i)) {
            assertThat(crew.apply(List.of(0, 1))).containsExactly("0: RecordTimeoutException", "r1");
            assertThat(crew.apply(List.of(2))).containsExactly("r2");
        }
    }

    @Test
    void theTimeoutSaysWhereTheStageWas() throws Exception {
        try (var crew = new Crew<Integer, Throwable>(
                "t", 1, SHORT, i -> new IllegalStateException(spin()), (i, error) -> error)) {
            assertThat(crew.apply(List.of(0)).get(0).getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("spin"));
        }
    }

    @Test
    void theLateResultOfARunawayIsIgnored() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        try (var crew = crew(2, SHORT, i -> {
            if (i > 0) return "r" + i;
            spin();
            late.countDown();
            return "late";
        })) {
            List<String> first = crew.apply(List.of(0));
            over.set(true);
            late.await();
            assertThat(first).containsExactly("0: RecordTimeoutException");
            assertThat(crew.apply(List.of(1, 2, 3))).containsExactly("r1", "r2", "r3");
        }
    }

    @Test
    void runawaysThatEndAreNotCounted() throws Exception {
        try (var crew = crew(1, Duration.ofMillis(30), i -> park())) {
            for (int i = 0; i < Crew.MAX_RUNAWAYS + 3; i++) {
                assertThat(crew.apply(List.of(i))).containsExactly(i + ": RecordTimeoutException");
            }
        }
    }

    @Test
    void tooManyRunawaysEndTheProcess() {
        try (var crew = crew(3, Duration.ofMillis(30), i -> spin())) {
            List<Integer> items =
                    IntStream.rangeClosed(0, Crew.MAX_RUNAWAYS).boxed().toList();
            assertThatThrownBy(() -> crew.apply(items))
                    .isInstanceOf(FatalStageError.class)
                    .hasMessageContaining("9");
        }
    }

    @Test
    void aStackOverflowIsTheFailureOfItsItem() throws Exception {
        try (var crew = crew(1, LONG, i -> i == 0 ? deep(0) : "r" + i)) {
            assertThat(crew.apply(List.of(0, 1))).containsExactly("0: StackOverflowError", "r1");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, NoClassDefFoundError.class, ExceptionInInitializerError.class})
    void errorsOfTheProcessAreFatal(Class<? extends Error> type) throws Exception {
        Error error = type.getDeclaredConstructor().newInstance();
        try (var crew = crew(2, LONG, i -> {
            if (i == 1) throw error;
            return "r";
        })) {
            assertThatThrownBy(() -> crew.apply(List.of(0, 1, 2)))
                    .isInstanceOf(FatalStageError.class)
                    .hasCause(error);
        }
    }

    @Test
    void anAssertionThatFailsIsTheFailureOfItsItem() throws Exception {
        try (var crew = crew(1, LONG, i -> {
            throw new AssertionError("no");
        })) {
            assertThat(crew.apply(List.of(0))).containsExactly("0: AssertionError");
        }
    }

    @Test
    void aRetryableExceptionIsThatOfTheBatch() {
        try (var crew = crew(2, LONG, i -> {
            if (i == 1) throw new RetryableException("down", new IllegalStateException());
            return "r";
        })) {
            assertThatThrownBy(() -> crew.apply(List.of(0, 1, 2)))
                    .isInstanceOf(RetryableException.class)
                    .hasMessage("down");
        }
    }

    @Test
    void aFailureThatCannotBeSettledIsFatalAndDoesNotHang() {
        try (var crew = new Crew<Integer, String>(
                "t",
                1,
                LONG,
                i -> {
                    throw new IllegalArgumentException("bad");
                },
                (i, error) -> {
                    throw new IllegalStateException("no dead letter");
                })) {
            assertThatThrownBy(() -> crew.apply(List.of(0)))
                    .isInstanceOf(FatalStageError.class)
                    .hasRootCauseMessage("no dead letter");
        }
    }

    @Test
    void aWorkerThatDiesIsNoticed() {
        try (var crew = new Crew<Integer, String>(
                "t",
                1,
                LONG,
                i -> {
                    throw new IllegalArgumentException("bad");
                },
                (i, error) -> {
                    Thread.currentThread().setUncaughtExceptionHandler((t, e) -> {});
                    throw new OutOfMemoryError("even here");
                })) {
            assertThatThrownBy(() -> crew.apply(List.of(0)))
                    .isInstanceOf(FatalStageError.class)
                    .hasMessageContaining("died");
        }
    }

    @Test
    void aStageThatInterruptsItsThreadHarmsNobody() throws Exception {
        try (var crew = crew(1, LONG, i -> {
            String before = Thread.currentThread().isInterrupted() ? "interrupted" : "r";
            Thread.currentThread().interrupt();
            return before + i;
        })) {
            assertThat(crew.apply(List.of(0, 1))).containsExactly("r0", "r1");
            assertThat(crew.apply(List.of(2))).containsExactly("r2");
        }
    }

    @Test
    void recordsAtTheEdgeOfTheLimitAreNeverLost() throws Exception {
        Duration edge = Duration.ofMillis(22);
        try (var crew = crew(3, edge, i -> {
            long until = System.nanoTime() + edge.toNanos() - 2_000_000 + i * 100_000L % 4_000_000;
            while (System.nanoTime() < until) Thread.onSpinWait();
            return "r";
        })) {
            for (int i = 0; i < 8; i++) {
                List<String> results = crew.apply(IntStream.range(0, 7).boxed().toList());
                assertThat(results).hasSize(7).allMatch(r -> r.equals("r") || r.endsWith("RecordTimeoutException"));
            }
        }
    }

    @Test
    void closeEndsTheThreads() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var crew = crew(2, LONG, i -> "r" + threads.add(Thread.currentThread()));
        crew.apply(List.of(0, 1, 2, 3));
        crew.close();
        for (Thread thread : threads) thread.join(10_000);
        assertThat(threads).isNotEmpty().noneMatch(Thread::isAlive);
    }

    @Test
    void anIdleCrewHoldsNoThreadBackFromTheNextBatch() throws Exception {
        AtomicInteger worked = new AtomicInteger();
        try (var crew = crew(4, LONG, i -> "r" + worked.incrementAndGet())) {
            crew.apply(List.of(0));
            crew.apply(IntStream.range(0, 50).boxed().toList());
            assertThat(worked).hasValue(51);
        }
    }

    private static Crew<Integer, String> crew(int threads, Duration limit, Crew.Work<Integer, String> work) {
        return new Crew<>(
                "test",
                threads,
                limit,
                work,
                (i, error) -> i + ": " + error.getClass().getSimpleName());
    }

    private String spin() {
        while (!over.get()) Thread.onSpinWait();
        return "end";
    }

    private static String park() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    private static String deep(int depth) {
        return depth < 0 ? "no end" : deep((depth + 1) & 0xffff) + depth;
    }
}
