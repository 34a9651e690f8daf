package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.command.Compaction;
import dev.newsmill.app.command.Shelled;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.app.replay.PlantedClean;
import dev.newsmill.app.replay.ReplayMill;
import dev.newsmill.app.replay.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Replays, dead letters and withdrawals on a cluster of three, with the archive in PostgreSQL. */
@Testcontainers(disabledWithoutDocker = true)
class ClusterReplayIT {
    private static final int PAGES = 40;
    private static final int CHANGED = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static PostgreSQLContainer postgres;

    @BeforeAll
    static void start() {
        cluster = Cluster.start();
        postgres = new PostgreSQLContainer("postgres:17-alpine");
        postgres.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
        postgres.stop();
    }

    @Test
    void oneCauseOfThreeIsFixedAndTheOtherLettersAreKept() throws InterruptedException {
        try (Lab lab = new Lab(cluster.bootstrap(), "letters.", Cluster.NODES, StrictStage.NAME)) {
            RetryTest.assertAllGoesWell(lab);
        }
    }

    @Test
    void aReplayOfTwoWorkersIsPreviewedPublishedAndTakenBack(TestInfo test) throws Exception {
        try (ReplayMill mill = filledByAnotherBuild(test)) {
            var before = mill.ends();
            JsonNode preview = newsmill(mill, "replay", "--json").json();
            assertThat(preview.path("selected").asInt()).isEqualTo(PAGES);
            assertThat(preview.path("changed").asInt()).isEqualTo(CHANGED);
            assertThat(mill.ends()).isEqualTo(before);

            CompletableFuture<Shelled> first = CompletableFuture.supplyAsync(
                    () -> newsmill(mill, "replay", "--execute", "--confirm", "20", "--rate", "2"));
            Await.until("the first worker", PATIENCE, () -> written(mill) > 0);
            Shelled second = newsmill(mill, "replays", "resume", "last", "--rate", "2");
            assertThat(second.code()).as(second.err()).isZero();
            assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).code()).isZero();
            mill.drainPublish();
            assertThat(written(mill)).isEqualTo(CHANGED);
            assertThat(newsmill(mill, "replay", "--json")
                            .json()
                            .path("differences")
                            .asInt())
                    .isZero();
            assertThat(mill.audit().clean()).isTrue();

            Shelled undone = newsmill(mill, "replays", "undo", "last", "--confirm", "20", "--rate", "0");
            assertThat(undone.code()).as(undone.err()).isZero();
            mill.drainPublish();
            assertThat(newsmill(mill, "replay", "--json").json().path("changed").asInt())
                    .isEqualTo(CHANGED);
            assertThat(newsmill(mill, "show", Stories.url(3), "--json")
                            .json()
                            .path("revision")
                            .asInt())
                    .isEqualTo(3);
            assertThat(mill.audit().findings()).isEmpty();
            assertThat(mill.audit().clean()).isTrue();
        }
    }

    @Test
    void aWithdrawnArticleIsGoneAndStaysGone(TestInfo test) throws Exception {
        try (ReplayMill mill = filledByAnotherBuild(test)) {
            String id = newsmill(mill, "show", Stories.url(3), "--json")
                    .json()
                    .path("id")
                    .asText();
            assertThat(newsmill(mill, "withdraw", id, "--reason", "court order").code())
                    .isZero();
            assertThat(newsmill(mill, "show", id).code()).isEqualTo(5);
            Compaction.atOnce(mill.admin(), mill.topics().published());
            Await.until("compaction", PATIENCE, () -> isVerified(mill, id));

            mill.start(Stages.named("clean"));
            mill.feed(Stories.offers(0, PAGES));
            mill.drain();
            assertThat(newsmill(mill, "replay", "--json").json().path("dropped").asInt())
                    .isZero();
            assertThat(newsmill(mill, "show", id).code()).isEqualTo(5);
            assertThat(mill.audit().findings()).isEmpty();
            assertThat(mill.audit().clean()).isTrue();
        }
    }

    /** A mill whose archive another build filled, with all of its stages at work but the cleaner. */
    private static ReplayMill filledByAnotherBuild(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        ReplayMill mill =
                new ReplayMill(cluster.bootstrap(), folder, name.substring(0, 16), Cluster.NODES, schema(name));
        mill.start(new PlantedClean()).startAllBut("clean").feed(Stories.offers(0, PAGES));
        mill.drain();
        mill.stop("clean");
        return mill;
    }

    private static String schema(String name) throws Exception {
        postgres.execInContainer(
                "psql", "-U", postgres.getUsername(), postgres.getDatabaseName(), "-c", "create schema " + name);
        String url = postgres.getJdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "user=" + postgres.getUsername() + "&password="
                + postgres.getPassword() + "&currentSchema=" + name;
    }

    /** Each tombstone more begins a segment, so that those before can be compacted. */
    private static boolean isVerified(ReplayMill mill, String id) {
        if (newsmill(mill, "withdraw", id, "--verify").code() == 0) return true;
        assertThat(newsmill(mill, "withdraw", id, "--reason", "court order").code())
                .isZero();
        return false;
    }

    private static long written(ReplayMill mill) {
        return newsmill(mill, "replays", "list", "--json")
                .out()
                .lines()
                .mapToLong(line -> Shelled.json(line).path("written").asLong())
                .sum();
    }

    private static Shelled newsmill(ReplayMill mill, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(mill.flags());
        return Shelled.run(line.toArray(String[]::new));
    }
}
