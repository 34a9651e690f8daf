package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.console.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    @TempDir
    Path folder;

    @Test
    void eachCheckIsALineAndItsFixTheNext() {
        Screen screen = Screen.pipe();
        int code = DoctorCommand.print(
                screen.console(),
                List.of(Diagnosis.ok("java", "Java 17"), Diagnosis.fail("disk", "1 MB free", "Make room.")));
        assertThat(screen.out()).isEqualTo("""
                        ok    java      Java 17
                        fail  disk      1 MB free
                                        → Make room.
                        """);
        assertThat(code).isEqualTo(3);
    }

    @Test
    void aWarningIsNoFailure() {
        assertThat(DoctorCommand.print(
                        Screen.pipe().console(), List.of(Diagnosis.warn("disk", "1 GB free", "Make room."))))
                .isZero();
    }

    @Test
    void jsonHasTheSchema() {
        Screen screen = Screen.json();
        DoctorCommand.print(screen.console(), List.of(Diagnosis.ok("java", "Java 17")));
        assertThat(screen.out())
                .isEqualTo("{\"schema\":\"newsmill.doctor/1\",\"healthy\":true,\"checks\":"
                        + "[{\"check\":\"java\",\"level\":\"ok\",\"finding\":\"Java 17\"}]}\n");
    }

    @Test
    void aFolderThatIsNotThereYetIsFine() {
        List<Diagnosis> found = new FolderChecks(new DataDirectory(folder.resolve("a/b"))).run();
        assertThat(found).extracting(Diagnosis::level).containsExactly(Diagnosis.Level.ok);
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "");
        assertThat(new FolderChecks(new DataDirectory(file)).run())
                .extracting(Diagnosis::level)
                .containsExactly(Diagnosis.Level.fail);
    }

    @Test
    void aFolderOfANewerVersionFails() throws Exception {
        Files.writeString(folder.resolve("format"), "7\n");
        assertThat(level("format")).isEqualTo(Diagnosis.Level.fail);
    }

    @Test
    void aMillThatWasKilledIsWarnedOf() {
        long pid = ProcessHandle.current().pid();
        new DataDirectory(folder)
                .announce(new DataDirectory.Address(
                        pid,
                        "127.0.0.1:1",
                        Receipts.NOON,
                        "test",
                        folder.resolve("newsmill.db").toString()));
        assertThat(level("lock")).isEqualTo(Diagnosis.Level.warn);
    }

    @Test
    void aLockWithoutAMillIsWarnedOf() throws Exception {
        try (AutoCloseable lock = new DataDirectory(folder).lock()) {
            assertThat(lock).isNotNull();
            assertThat(level("lock")).isEqualTo(Diagnosis.Level.warn);
        }
    }

    @ParameterizedTest
    @CsvSource({"100000000,fail", "1000000000,warn", "50000000000,ok"})
    void judgesTheFreeDisk(long free, Diagnosis.Level level) {
        assertThat(FolderChecks.disk(free).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"11,fail", "17,ok", "25,ok"})
    void judgesJava(int feature, Diagnosis.Level level) {
        assertThat(MachineChecks.java(feature, feature + ".0.1").level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:12Z,fail", "2026-08-01T00:00:00Z,ok"})
    void judgesTheClock(Instant now, Diagnosis.Level level) {
        assertThat(MachineChecks.clock(now).level()).isEqualTo(level);
    }

    @Test
    void judgesTheMemory() {
        assertThat(MachineChecks.memory(64 << 20).level()).isEqualTo(Diagnosis.Level.warn);
    }

    private Diagnosis.Level level(String check) {
        return new FolderChecks(new DataDirectory(folder))
                .run().stream()
                        .filter(d -> d.check().equals(check))
                        .findFirst()
                        .orElseThrow()
                        .level();
    }
}
