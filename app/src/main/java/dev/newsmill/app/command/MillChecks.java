package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.ArchiveCounts;
import dev.newsmill.publish.ArchiveException;
import dev.newsmill.runtime.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Checks of a mill, its Kafka, its archive and its outlets. */
final class MillChecks {
    private static final Duration MOST_AHEAD = Duration.ofSeconds(60);

    private final Settings settings;
    private final Clock clock;

    MillChecks(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<Diagnosis> run() throws InterruptedException {
        List<Diagnosis> found = new ArrayList<>(kafka());
        found.add(archive());
        found.add(outlet());
        return found;
    }

    private List<Diagnosis> kafka() throws InterruptedException {
        boolean named = settings.given(Setting.BOOTSTRAP).isPresent();
        if (!named && Connection.data(settings).running().isEmpty()) {
            return List.of(Diagnosis.ok("mill", "none runs on this folder; start one: newsmill run"));
        }
        Connection connection;
        try {
            connection = Connection.of(settings);
        } catch (CommandException e) {
            return List.of(Diagnosis.fail("kafka", String.valueOf(e.getMessage()), e.fix()));
        }
        try (Admin admin = connection.reach()) {
            List<Diagnosis> found = new ArrayList<>();
            found.add(Diagnosis.ok("kafka", connection.kafka().bootstrap() + " answers"));
            found.addAll(new KafkaChecks(admin, connection.topics()).run());
            found.add(skew(admin, connection.topics()));
            return found;
        } catch (CommandException e) {
            return List.of(Diagnosis.fail("kafka", String.valueOf(e.getMessage()), e.fix()));
        } catch (KafkaException e) {
            return List.of(Diagnosis.fail("kafka", String.valueOf(e.getMessage()), "See the broker's log."));
        }
    }

    private Diagnosis skew(Admin admin, Topics topics) throws InterruptedException {
        long newest = KafkaChecks.newest(admin, topics.ledger());
        Duration ahead = Duration.between(clock.instant(), Instant.ofEpochMilli(newest));
        return ahead.compareTo(MOST_AHEAD) <= 0
                ? Diagnosis.ok("clocks", "no record is from the future")
                : Diagnosis.warn(
                        "clocks",
                        "the newest receipt is " + Measures.seconds(ahead.toMillis() / 1000.0) + " ahead of this clock",
                        "Set the clocks of all machines by NTP.");
    }

    private Diagnosis archive() {
        String location = Connection.archive(settings);
        if (!Archives.isThere(location)) return Diagnosis.ok("archive", location + " does not exist yet");
        try (Archive archive = Archive.open(location)) {
            ArchiveCounts counts = archive.counts();
            return Diagnosis.ok(
                    "archive",
                    archive + ": " + Measures.count(counts.articles(), "article") + ", "
                            + Measures.count(counts.revisions(), "revision"));
        } catch (ArchiveException e) {
            String[] told = String.valueOf(e.getMessage()).split("(?<=\\.) ", 2);
            return Diagnosis.fail("archive", told[0], told.length > 1 ? told[1] : "Name another one: --archive WHERE");
        }
    }

    private Diagnosis outlet() {
        Path out = settings.given(Setting.OUT)
                .map(Path::of)
                .orElseGet(() -> Connection.data(settings).out());
        if (!Files.exists(out)) return Diagnosis.ok("outlets", out + " does not exist yet");
        Path file = out.resolve("articles.jsonl");
        boolean writable = Files.isWritable(out) && (!Files.exists(file) || Files.isWritable(file));
        return writable
                ? Diagnosis.ok("outlets", out.toString())
                : Diagnosis.fail(
                        "outlets", file + " cannot be written", "Let this user write to it, or give --out DIR.");
    }
}
