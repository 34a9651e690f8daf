package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need no Kafka start fast because they load none of it. */
class WithoutKafkaTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"version", "clean page.html", "find --help", "config show", "completion bash", "clean --bad"})
    void loadsNoClassOfKafka(String command) throws Exception {
        Files.writeString(folder.resolve("page.html"), "<p>Boats go again.</p>");
        List<String> loaded = classesLoadedBy(command);
        assertThat(loaded).anyMatch(line -> line.contains("dev.newsmill.app.Main"));
        assertThat(loaded).noneMatch(line -> line.contains(" org.apache.kafka.") || line.contains(" kafka."));
    }

    private List<String> classesLoadedBy(String command) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(command.split(" ")));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(log, StandardCharsets.UTF_8);
    }
}
