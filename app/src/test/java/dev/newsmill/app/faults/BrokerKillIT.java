package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.message.Json;
import dev.newsmill.runtime.AuditReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The one process that is the whole mill, its Kafka in it, is killed (SIGKILL) again and again while pages are added
 * from another process: this one.
 */
class BrokerKillIT {
    private static final int KILLS = Integer.getInteger("faults.broker-kills", 5);
    private static final int MILLIS_A_PAGE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void aKilledMillNeitherLosesNorRepeatsAPage() throws Exception {
        Path data = folder.resolve("data");
        Random random = new Random(3);
        long began = System.nanoTime();
        Child mill = start(data);
        try (Lab lab = lab(data, mill);
                FeedThread feed = new FeedThread(lab, MILLIS_A_PAGE)) {
            for (int kill = 0; kill < KILLS; kill++) {
                awaitMill(data, mill);
                awaitPublished(lab, mill);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
                mill.kill();
                mill = start(data);
            }
            awaitMill(data, mill);
            awaitPublished(lab, mill);
            Set<String> fed = feed.finish(PATIENCE);
            Child last = mill;
            lab.drain(() -> assertThat(last.isAlive()).as(last::story).isTrue());
            Census published = lab.census(lab.topics().published());
            AuditReport audit = lab.audit();
            Path lines = data.resolve("out").resolve("articles.jsonl");
            Await.until("line for each article", PATIENCE, () -> count(lines) >= published.records(), mill);
            assertThat(mill.stop()).as(mill::story).isZero();
            System.out.printf(
                    "%,d pages, %d kills, %.0f s: %,d published, %,d repeated, %,d findings%n",
                    fed.size(),
                    KILLS,
                    (System.nanoTime() - began) / 1e9,
                    published.records(),
                    published.repeatedKeys(),
                    audit.findings().size());

            assertThat(published.keys()).isEqualTo(fed);
            assertThat(published.repeatedKeys()).isZero();
            assertThat(published.repeatedEvents()).isZero();
            assertThat(audit.findings()).isEmpty();
            assertThat(audit.clean()).isTrue();
            assertThat(archived(data)).containsExactlyInAnyOrderElementsOf(fed);
            assertThat(written(lines)).containsExactlyInAnyOrderElementsOf(fed);
        } finally {
            mill.close();
        }
    }

    private Child start(Path data) throws IOException {
        return Child.newsmill(folder, "run", "--data", data.toString());
    }

    private static Lab lab(Path data, Child mill) throws InterruptedException {
        return new Lab(awaitMill(data, mill), "newsmill.", 1);
    }

    /** Waits until the mill says where its Kafka is. */
    private static String awaitMill(Path data, Child mill) throws InterruptedException {
        DataDirectory directory = new DataDirectory(data);
        Await.until(
                "mill",
                PATIENCE,
                () -> directory.running().filter(a -> a.pid() == mill.pid()).isPresent(),
                mill);
        return directory.running().orElseThrow().bootstrap();
    }

    /** Waits until something new has come out at the end. */
    private static void awaitPublished(Lab lab, Child mill) throws InterruptedException {
        long before = lab.written(lab.topics().published());
        Await.until("publication", PATIENCE, () -> lab.written(lab.topics().published()) > before + 10, mill);
    }

    private static long count(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<String> written(Path file) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode tree = Json.shared().readTree(line);
            ids.add(tree.get("id").asText());
        }
        return ids;
    }

    private static List<String> archived(Path data) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("newsmill.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select article_id from revision")) {
            while (rows.next()) ids.add(rows.getString(1));
        }
        return ids;
    }
}
