package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.app.replay.PlantedClean;
import dev.newsmill.app.replay.ReplayMill;
import dev.newsmill.app.replay.Stories;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Publication;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.ArchiveQuery;
import dev.newsmill.publish.ArticleRow;
import dev.newsmill.publish.Revision;
import dev.newsmill.publish.StoredArticle;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.AuditReport;
import dev.newsmill.runtime.GroupProgress;
import dev.newsmill.runtime.LedgerOffsets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Replays that publish, over an archive that was filled by another build of the cleaner: 20 of 40 articles differ. */
class ReplaysTest {
    private static final int PAGES = 40;
    private static final int CHANGED = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private ReplayMill mill;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void fillAnArchiveWithAnotherBuild(TestInfo test) throws IOException, InterruptedException {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        mill = new ReplayMill(broker.bootstrap(), folder, name)
                .start(new PlantedClean())
                .startAllBut("clean");
        mill.feed(Stories.offers(0, PAGES));
        mill.drain();
        mill.stop("clean");
    }

    @AfterEach
    void stop() {
        mill.close();
    }

    @Test
    void publishesExactlyWhatWouldChangeAndLeavesTheLiveGroupsAlone() throws IOException, InterruptedException {
        Map<String, Map<Integer, Long>> before = committed("clean", "enrich");
        Shelled executed = newsmill("replay", "--execute", "--confirm", "20", "--rate", "0");
        assertThat(executed.code()).as(executed.err()).isZero();
        mill.drainPublish();
        assertThat(revisionsOfReplays()).isEqualTo(CHANGED);
        assertThat(committed("clean", "enrich")).isEqualTo(before);
        assertThat(newsmill("replay", "--json").json().path("differences").asInt())
                .isZero();
        assertAccountedFor(CHANGED);
    }

    @Test
    void marksItsRevisionsWithItsId() throws IOException, InterruptedException {
        newsmill("replay", "--execute", "--confirm", "20", "--rate", "0");
        mill.drainPublish();
        String id =
                newsmill("replays", "show", "last", "--json").json().path("id").asText();
        try (Archive archive = Archive.open(mill.archive())) {
            for (ArticleRow row : archive.search(new ArchiveQuery(null, null, null, null, null, 1000))) {
                List<Revision> revisions = archive.revisions(row.id());
                boolean planted = PlantedClean.change(row.url()) < CHANGED;
                assertThat(revisions).hasSize(planted ? 2 : 1);
                assertThat(revisions.get(0).replay()).isNull();
                if (planted) assertThat(revisions.get(1).replay()).isEqualTo(id);
            }
        }
        assertThat(newsmill("trace", Stories.url(0)).out()).contains("replay", "publish", "revision 2");
    }

    @Test
    void undoPublishesTheEarlierRevisionsAsNewOnes() throws IOException, InterruptedException {
        newsmill("replay", "--execute", "--confirm", "20", "--rate", "0");
        mill.drainPublish();
        assertThat(newsmill("replays", "undo", "last").code()).isEqualTo(8);
        Shelled undone = newsmill("replays", "undo", "last", "--confirm", "20", "--rate", "0");
        assertThat(undone.code()).as(undone.err()).isZero();
        mill.drainPublish();
        try (Archive archive = Archive.open(mill.archive())) {
            ArticleRow row = archive.find(Stories.url(3)).get(0);
            assertThat(row.revision()).isEqualTo(3);
            assertThat(shown(archive.show(row.id()))).isEqualTo(shown(archive.show(row.id(), 1)));
        }
        assertThat(newsmill("replay", "--json").json().path("changed").asInt()).isEqualTo(CHANGED);
        Shelled again = newsmill("replays", "undo", replays().get(0).path("id").asText(), "--confirm", "20");
        assertThat(again.err()).contains("nothing of it to take back");
        assertAccountedFor(2 * CHANGED);
    }

    @Test
    void leavesAnArticleAloneWhosePageWasFetchedAgainMeanwhile() throws IOException, InterruptedException {
        mill.start(Stages.named("clean"));
        mill.feed(List.of(Stories.offer(3, Instant.parse("2026-03-05T00:00:00Z"), "for a decade"))
                .iterator());
        mill.drain();
        JsonNode report = newsmill("replay", "--json").json();
        assertThat(report.path("stale").asInt()).isEqualTo(1);
        assertThat(report.path("changed").asInt()).isEqualTo(CHANGED - 1);
        assertThat(newsmill("replay", "--execute", "--confirm", "19", "--rate", "0")
                        .code())
                .isZero();
        mill.drain();
        try (Archive archive = Archive.open(mill.archive())) {
            ArticleRow row = archive.find(Stories.url(3)).get(0);
            assertThat(shown(archive.show(row.id())).article().text()).contains("for a decade");
        }
        assertAccountedFor(CHANGED - 1);
    }

    @Test
    void pausesAndGoesOnWhereItWas() throws Exception {
        CompletableFuture<Shelled> worker =
                CompletableFuture.supplyAsync(() -> newsmill("replay", "--execute", "--confirm", "20", "--rate", "4"));
        await("it is at work", () -> written() > 0);
        assertThat(newsmill("replays", "pause", "last").code()).isZero();
        assertThat(worker.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).code()).isEqualTo(7);
        long written = written();
        assertThat(written).isLessThan(CHANGED);
        assertThat(replays().get(0).path("state").asText()).isEqualTo("paused");
        assertThat(newsmill("audit").code()).isZero();
        Shelled resumed = newsmill("replays", "resume", "last", "--rate", "0");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("is done: 20 of 20 written");
        mill.drainPublish();
        assertAccountedFor(CHANGED);
    }

    @Test
    void twoWorkersShareIt() throws Exception {
        CompletableFuture<Shelled> first =
                CompletableFuture.supplyAsync(() -> newsmill("replay", "--execute", "--confirm", "20", "--rate", "2"));
        await("the first is at work", () -> written() > 0);
        CompletableFuture<Shelled> second =
                CompletableFuture.supplyAsync(() -> newsmill("replays", "resume", "last", "--rate", "2"));
        await("there are two", () -> replays().get(0).path("workers").asInt() == 2);
        assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).code()).isZero();
        assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).code()).isZero();
        mill.drainPublish();
        assertAccountedFor(CHANGED);
    }

    @Test
    void whatIsCancelledStaysAsItIs() throws Exception {
        CompletableFuture<Shelled> worker =
                CompletableFuture.supplyAsync(() -> newsmill("replay", "--execute", "--confirm", "20", "--rate", "4"));
        await("it is at work", () -> written() > 0);
        assertThat(newsmill("replays", "undo", "last", "--confirm", "20").code())
                .isEqualTo(2);
        assertThat(newsmill("replays", "cancel", "last").code()).isZero();
        assertThat(worker.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).code()).isEqualTo(7);
        assertThat(newsmill("replays", "resume", "last").code()).isEqualTo(2);
        mill.drainPublish();
        assertAccountedFor((int) written());
    }

    @Test
    void itsPlaceIsFoundAgainInTheLedger() throws Exception {
        newsmill("replay", "--execute", "--confirm", "20", "--rate", "0");
        String group = mill.topics().replayGroup(replays().get(0).path("id").asText());
        mill.admin().deleteConsumerGroups(List.of(group)).all().get(30, TimeUnit.SECONDS);
        assertThat(written()).isZero();
        new LedgerOffsets(mill.kafka(), mill.topics(), mill.admin()).restore(List.of());
        assertThat(written()).isEqualTo(CHANGED);
        assertThat(replays().get(0).path("left").asLong()).isZero();
        assertThat(mill.audit().clean()).isTrue();
    }

    @Test
    void whatIsNotThereExitsWithFive() {
        assertThat(newsmill("replays", "show", "last").code()).isEqualTo(5);
        assertThat(newsmill("replays").err()).contains("newsmill replay");
    }

    private void assertAccountedFor(int revisions) throws InterruptedException {
        assertThat(revisionsOfReplays()).isEqualTo(revisions);
        AuditReport audit = mill.audit();
        assertThat(audit.findings()).isEmpty();
        assertThat(audit.clean()).isTrue();
        assertThat(audit.stages())
                .filteredOn(tally -> tally.stage().equals("replay"))
                .singleElement()
                .satisfies(tally -> assertThat(tally.emitted()).isEqualTo(revisions));
    }

    private long revisionsOfReplays() {
        try (Archive archive = Archive.open(mill.archive())) {
            return archive.search(new ArchiveQuery(null, null, null, null, null, 1000)).stream()
                    .flatMap(row -> archive.revisions(row.id()).stream())
                    .filter(revision -> revision.replay() != null)
                    .filter(revision -> revision.change() == Publication.Change.UPDATED)
                    .count();
        }
    }

    private static EnrichedArticle shown(@Nullable StoredArticle stored) {
        return Objects.requireNonNull(stored).article();
    }

    private Map<String, Map<Integer, Long>> committed(String... stages) {
        Map<String, Map<Integer, Long>> committed = new TreeMap<>();
        for (Audit.Link link : Stages.links(mill.topics())) {
            if (!List.of(stages).contains(link.stage())) continue;
            String group = mill.topics().group(link.stage());
            committed.put(
                    link.stage(),
                    GroupProgress.of(mill.admin(), group, link.input()).committed());
        }
        return committed;
    }

    private long written() {
        List<JsonNode> replays = replays();
        return replays.isEmpty() ? 0 : replays.get(0).path("written").asLong();
    }

    private List<JsonNode> replays() {
        List<JsonNode> lines = new ArrayList<>();
        newsmill("replays", "list", "--json").out().lines().forEach(line -> lines.add(Shelled.json(line)));
        return lines;
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting until " + what).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Shelled newsmill(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(mill.flags());
        return Shelled.run(line.toArray(String[]::new));
    }
}
