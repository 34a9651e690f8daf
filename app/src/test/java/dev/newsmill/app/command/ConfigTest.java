package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @TempDir
    Path folder;

    @Test
    void showsEachSettingWithItsSource() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "threads: 3\n");
        Screen screen = Screen.pipe();
        ConfigShowCommand.print(
                screen.console(),
                Settings.resolve(Map.of(Setting.DATA, "mill"), Map.of("NEWSMILL_PARTITIONS", "8"), file));
        assertThat(screen.lines()).hasSize(Setting.values().length + 1);
        assertThat(screen.out().replaceAll(" +", " "))
                .contains("data mill flag ", "partitions 8 NEWSMILL_PARTITIONS ", "threads 3 " + file + " ")
                .contains("bootstrap – default ");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/news?user=a&password=secret&ssl=true, jdbc:postgresql://db/news?user=a&password=***&ssl=true",
        "jdbc:postgresql://a:secret@db/news, jdbc:postgresql://a:***@db/news",
        "data/newsmill.db, data/newsmill.db",
        "/etc/newsmill/password, /etc/newsmill/password",
    })
    void neverShowsAPassword(String value, String shown) {
        assertThat(ConfigShowCommand.masked(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "THREADS, many",
        "PARTITIONS, 0",
        "ALLOW_PRIVATE, yes",
        "TOPIC_PREFIX, a b",
        "KAFKA_PROPERTIES, /nowhere/kafka.properties",
        "OUTLETS, 'jsonl, telex'",
        "MAX_PAGE_BYTES, 1e6",
    })
    void findsAValueThatNoCommandCouldUse(Setting setting, String value) {
        List<SettingsCheck.Problem> problems =
                SettingsCheck.problems(Settings.resolve(Map.of(setting, value), Map.of(), emptyFile()));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).fix()).isNotBlank();
    }

    @Test
    void theDefaultsAreRight() {
        assertThat(SettingsCheck.problems(Settings.resolve(Map.of(), Map.of(), emptyFile())))
                .isEmpty();
    }

    @Test
    void aProblemExitsWithThree() {
        Screen screen = Screen.pipe();
        int code = ConfigLintCommand.print(
                screen.console(), List.of(new SettingsCheck.Problem("threads is 'many'", "It is a number.")));
        assertThat(code).isEqualTo(3);
        assertThat(screen.out()).isEqualTo("wrong  threads is 'many'\n       → It is a number.\n");
    }

    private Path emptyFile() {
        try {
            return Files.writeString(folder.resolve("empty.yaml"), "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
