package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The mill of docker-compose.yml, with three instances of clean, as the file's first lines tell to start it. */
@Testcontainers(disabledWithoutDocker = true)
class ComposeIT {
    private static final String PROJECT = "newsmill-it";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    /** The last receipt of each page that was added. */
    private static List<JsonNode> added = List.of();

    /** What a command printed and how it ended. */
    private record Ended(int code, String out, String err, double seconds) {
        String story() {
            return "code " + code + " after " + seconds + " s\n" + out + "\n" + err;
        }
    }

    @BeforeAll
    static void up() throws Exception {
        assumeTrue(compose(PATIENCE, "version").code == 0, "there is no docker compose here");
        Ended up = compose(Duration.ofMinutes(8), "up", "-d", "--build", "--scale", "clean=3");
        assertThat(up.code).as(up::story).isZero();
        Ended add = newsmill("add", "/seeds", "--wait", "--json");
        assertThat(add.code).as(add::story).isZero();
        added = lines(add.out);
        System.out.printf(
                "compose: up in %.1f s, %d pages added and through in %.1f s%n", up.seconds, added.size(), add.seconds);
    }

    @AfterAll
    static void down() throws Exception {
        Ended down = compose(PATIENCE, "down", "-v", "--timeout", "25");
        assertThat(down.code).as(down::story).isZero();
    }

    @Test
    void pagesThatAreAddedArePublished() {
        assertThat(added).extracting(r -> r.get("outcome").asText()).doesNotContain("dead");
        assertThat(published()).hasSizeGreaterThan(5);
    }

    @Test
    void allIsAccountedFor() throws Exception {
        Ended audit = newsmill("audit", "--json");
        assertThat(audit.code).as(audit::story).isZero();
        JsonNode report = lines(audit.out).get(0);
        assertThat(report.get("clean").asBoolean()).isTrue();
        assertThat(report.get("findings")).isEmpty();
    }

    @Test
    void theOutletGetsEachPublicationOnce() throws Exception {
        Await.until(
                "line for each publication",
                PATIENCE,
                () -> outletLines().size() >= published().size());
        assertThat(outletLines()).hasSameSizeAs(published());
    }

    @Test
    void theInstancesShareThePartitionsAndTheLastTakesAll() throws Exception {
        Await.until(
                "three instances with two partitions each",
                PATIENCE,
                () -> partitionsOfMembers().equals("2 2 2"));
        Ended scale = compose(PATIENCE, "up", "-d", "--no-build", "--no-recreate", "--scale", "clean=1");
        assertThat(scale.code).as(scale::story).isZero();
        Await.until(
                "one instance with all partitions",
                PATIENCE,
                () -> partitionsOfMembers().equals("6"));
    }

    private static List<JsonNode> published() {
        return added.stream()
                .filter(r -> r.get("stage").asText().equals("publish")
                        && r.get("outcome").asText().equals("emitted"))
                .toList();
    }

    private static List<String> outletLines() {
        return run("exec", "-T", "outlet", "cat", "/data/out/articles.jsonl")
                .out
                .lines()
                .toList();
    }

    /** The numbers of partitions that the members of clean's group have, in order. */
    private static String partitionsOfMembers() {
        Ended members = run(
                "exec",
                "-T",
                "kafka",
                "/opt/kafka/bin/kafka-consumer-groups.sh",
                "--bootstrap-server",
                "kafka:9092",
                "--describe",
                "--group",
                "newsmill.clean");
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : members.out.lines().toList()) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length > 6 && columns[1].equals("newsmill.pages")) counts.merge(columns[6], 1, Integer::sum);
        }
        return String.join(
                " ", counts.values().stream().sorted().map(String::valueOf).toList());
    }

    private static List<JsonNode> lines(String out) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : out.lines().filter(l -> l.startsWith("{")).toList()) {
            nodes.add(Json.shared().readTree(line));
        }
        return nodes;
    }

    private static Ended newsmill(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("run", "--rm", "-T", "newsmill"));
        command.addAll(List.of(arguments));
        return compose(PATIENCE, command.toArray(String[]::new));
    }

    /** A command inside of an await: its failure shows in what it does not print. */
    private static Ended run(String... arguments) {
        try {
            return compose(PATIENCE, arguments);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Ended compose(Duration limit, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", PROJECT));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Ended(process.exitValue(), text(out), text(err), seconds);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
