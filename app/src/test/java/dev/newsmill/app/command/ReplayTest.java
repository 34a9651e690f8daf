package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.replay.PlantedClean;
import dev.newsmill.app.replay.ReplayMill;
import dev.newsmill.app.replay.Stories;
import dev.newsmill.message.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dry runs against a mill whose archive was filled by another build of the cleaner: 20 of 60 articles differ. */
class ReplayTest {
    private static final int PAGES = 60;
    /** Of the numbers 0 to 59, those that are 0 to 19 modulo 40. */
    private static final int PLANTED = 40;

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static ReplayMill mill;

    @BeforeAll
    static void fillAnArchiveWithAnotherBuild() throws IOException, InterruptedException {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        mill = new ReplayMill(broker.bootstrap(), folder, "planted")
                .start(new PlantedClean())
                .startAllBut("clean");
        mill.feed(Stories.offers(0, PAGES));
        mill.drain();
    }

    @AfterAll
    static void stop() {
        mill.close();
        broker.close();
    }

    @Test
    void reportsEachPlantedChangeUnderItsCause() throws IOException {
        JsonNode report = json(replay("--json"));
        assertThat(report.path("schema").asText()).isEqualTo("newsmill.replay/1");
        assertThat(report.path("selected").asInt()).isEqualTo(PAGES);
        assertThat(report.path("changed").asInt()).isEqualTo(PLANTED);
        assertThat(report.path("same").asInt()).isEqualTo(PAGES - PLANTED);
        Map<String, Integer> causes = new HashMap<>();
        report.path("causes")
                .forEach(
                        c -> causes.put(c.path("name").asText(), c.path("count").asInt()));
        for (int i = 0; i < 12; i++) assertThat(causes).contains(entry("rule planted-" + i + " removes less", 2));
        for (int i = 12; i < 20; i++) {
            int change = i;
            assertThat(causes.keySet()).anyMatch(cause -> cause.startsWith("headline: planted-" + change + " → "));
        }
        assertThat(causes).hasSize(20);
    }

    @Test
    void countsAddUpToTheSelection() throws IOException {
        JsonNode report = json(replay("--json", "--limit", "37"));
        long sum = 0;
        for (String count : List.of("same", "changed", "accepted", "dropped", "failed", "stale")) {
            sum += report.path(count).asLong();
        }
        assertThat(sum).isEqualTo(37).isEqualTo(report.path("selected").asLong());
    }

    @Test
    void saysTheSameOnAnyNumberOfThreads() throws IOException {
        List<String> reports = new ArrayList<>();
        List<byte[]> lines = new ArrayList<>();
        for (String threads : List.of("1", "2", "4", "4")) {
            Path out = folder.resolve("out-" + reports.size() + ".jsonl");
            reports.add(replay("--json", "--diff=words", "--threads", threads, "--out", out.toString())
                    .out());
            lines.add(Files.readAllBytes(out));
        }
        assertThat(reports).containsOnly(reports.get(0));
        assertThat(lines).allSatisfy(each -> assertThat(each).isEqualTo(lines.get(0)));
        assertThat(new String(lines.get(0), StandardCharsets.UTF_8).lines())
                .hasSize(PAGES)
                .allSatisfy(line -> assertThat(line).containsPattern("\"digest\":\"[0-9a-f]{32}\""));
    }

    @Test
    void writesNothingToAnyTopic() {
        var before = mill.ends();
        assertThat(replay("--diff=full").code()).isZero();
        assertThat(mill.ends()).isEqualTo(before);
    }

    @Test
    void showsWhatDiffersByWords() {
        Shelled shown = replay("--diff=words", "--show", "100");
        assertThat(shown.out().replaceAll("\\s+", " "))
                .contains("{+ The mayor called the bridge a promise kept", "[-, after all-]");
    }

    @Test
    void saysWhatItWouldPublish() {
        Shelled shown = replay();
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("DRY RUN", "changed 40 (", "nothing is published");
        assertThat(shown.err())
                .contains("60 records of planted.pages selected (all)", "--execute (publishes 40 revisions)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--host *north*              | 20",
                "--host SOUTH.example        | 20",
                "--host nowhere.example      | 0",
                "--limit 7                   | 7",
                "--sample 9                  | 9",
                "--at -1h:end                | 60",
                "--at -2h:-1h                | 0",
                "--at :-1h                   | 0",
                "--version clean<1.0         | 60",
                "--version clean>=1.0        | 0",
                "--reason not-an-article     | 0",
                "--from-stage enrich         | 60",
                "--from-stage publish --host west.example | 20",
            })
    void selects(String flags, int records) throws IOException {
        Shelled answer = replay((flags + " --json").split(" +"));
        assertThat(json(answer).path("selected").asInt()).isEqualTo(records);
    }

    @Test
    void selectsByOffsetsOverTheMarkersOfTransactions() throws IOException {
        int records = 0;
        for (int partition = 0; partition < 4; partition++) {
            records += json(replay("--json", "--offsets", "pages/" + partition))
                    .path("selected")
                    .asInt();
        }
        assertThat(records).isEqualTo(PAGES);
        assertThat(json(replay("--json", "--offsets", "pages/0:0-3", "--offsets", "planted.pages/1:0"))
                        .path("selected")
                        .asInt())
                .isBetween(1, 4);
    }

    @Test
    void selectsByIdsAndUrlsOfAFile() throws IOException {
        Path ids = folder.resolve("ids.txt");
        String id = json(Shelled.run(flagged("find", "--json", "--limit", "1")))
                .at("/articles/0/id")
                .asText();
        Files.writeString(ids, Stories.url(3) + "\n\n" + id + "\nhttps://nowhere.example/\n");
        assertThat(json(replay("--json", "--ids", ids.toString()))
                        .path("selected")
                        .asInt())
                .isBetween(1, 2);
    }

    @Test
    void takesTheSameSampleAgain() throws IOException {
        assertThat(sampled(20)).isEqualTo(sampled(20)).hasSize(20);
        assertThat(sampled(20)).containsAll(sampled(10));
    }

    @Test
    void findsNoDifferenceFromTheStageAfterThePlantedOne() throws IOException {
        JsonNode report = json(replay("--json", "--from-stage", "enrich"));
        assertThat(report.path("differences").asInt()).isZero();
        assertThat(report.path("same").asInt()).isEqualTo(PAGES);
    }

    @Test
    void exitsWithThreeForDifferencesOnlyWhereItIsTold() {
        assertThat(replay("--exit-code").code()).isEqualTo(3);
        assertThat(replay("--exit-code", "--from-stage", "enrich").code()).isZero();
        assertThat(replay("--fail-on-change", "50").code()).isEqualTo(3);
        assertThat(replay("--fail-on-change", "70").code()).isZero();
    }

    @Test
    void publishesNothingWithoutTheRightNumber() {
        var before = mill.ends();
        Shelled unconfirmed = replay("--execute");
        assertThat(unconfirmed.code()).isEqualTo(8);
        assertThat(unconfirmed.err()).contains("--confirm 40");
        assertThat(replay("--execute", "--confirm", "39").code()).isEqualTo(8);
        assertThat(mill.ends()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--at yesterday",
                "--at 2026-03-02:2026-03-01",
                "--offsets pages",
                "--offsets articles/0:1-2",
                "--version clean",
                "--sample 3 --limit 3",
                "--from-stage sort",
                "--ids /nowhere/ids.txt",
                "--confirm 3",
                "--candidate /nowhere.jar",
                "--execute --candidate clean.jar",
                "--rate -1",
            })
    void aWrongUseExitsWithTwo(String flags) {
        Shelled answer = replay(flags.split(" "));
        assertThat(answer.err()).startsWith("error: ");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void runsTheCandidateInsteadOfThisBuild() throws IOException {
        Path jar = PlantedJar.write(folder.resolve("candidate.jar"), PlantedClean.class);
        JsonNode report = json(replay("--json", "--candidate", jar.toString()));
        assertThat(report.path("versions").path("clean").asText()).isEqualTo("0.9");
        assertThat(report.path("candidate").asText()).isEqualTo("candidate.jar");
        assertThat(report.path("differences").asInt()).isZero();
    }

    private static Set<String> sampled(int size) throws IOException {
        Path out = folder.resolve("sample.jsonl");
        assertThat(replay("--sample", Integer.toString(size), "--out", out.toString())
                        .code())
                .isZero();
        Set<String> records = new HashSet<>();
        for (String line : Files.readAllLines(out)) {
            records.add(Json.shared().readTree(line).path("record").asText());
        }
        return records;
    }

    private static Shelled replay(String... flags) {
        List<String> line = new ArrayList<>(List.of("replay"));
        line.addAll(List.of(flags));
        return Shelled.run(flagged(line.toArray(String[]::new)));
    }

    private static String[] flagged(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(mill.flags());
        return line.toArray(String[]::new);
    }

    private static JsonNode json(Shelled shelled) throws IOException {
        assertThat(shelled.out().lines()).as(shelled.err()).hasSize(1);
        return Json.shared().readTree(shelled.out());
    }
}
