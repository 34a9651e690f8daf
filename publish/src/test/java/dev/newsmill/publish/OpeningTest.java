package dev.newsmill.publish;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.stage.StageProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message says the cause, then what would help. */
class OpeningTest {
    @TempDir
    Path directory;

    @Test
    void aMissingDirectoryIsNamedWithTheCommandThatMakesIt() {
        assertRefused(directory.resolve("no/newsmill.db"), "does not exist", "mkdir -p " + directory.resolve("no"));
    }

    @Test
    void aDirectoryIsNoArchive() {
        assertRefused(directory, "is a directory", "newsmill.db");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        Path file = Files.writeString(directory.resolve("notes.txt"), "Shopping: bread, milk. ".repeat(100));
        assertRefused(file, "is not a SQLite database", "name another archive");
        assertThat(file).hasContent("Shopping: bread, milk. ".repeat(100));
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAsItIs() throws Exception {
        Path file = directory.resolve("bookmarks.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.run(connection, "create table bookmark (url text)");
        }
        assertRefused(file, "holds other tables", "Name another archive");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlaceThatCannotBeWrittenIsNamed() {
        assertRefused(Path.of("/proc/newsmill.db"), "cannot be written", "name another archive");
    }

    @Test
    void readersDoNotMakeAnArchive() {
        Path file = directory.resolve("newsmill.db");
        assertThatThrownBy(() -> Archive.open(file.toString()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("no archive at " + file);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "jdbc:mysql://localhost/x", "postgres://localhost/x", "https://example.org/a", "a\0b"})
    void anUnknownKindOfPlaceIsRefused(String location) {
        assertThatThrownBy(() -> Archive.openOrCreate(location))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is no place for an archive")
                .hasMessageContaining("jdbc:postgresql://");
    }

    @RepeatedTest(10)
    void manyMayMakeTheSameArchiveAtOnce() throws Exception {
        String file = directory.resolve("newsmill.db").toString();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ArchiveCounts>> counts = new ArrayList<>();
            for (int i = 0; i < 4; i++) counts.add(threads.submit(() -> counts(file)));
            for (Future<ArchiveCounts> count : counts) assertThat(count.get()).isEqualTo(new ArchiveCounts(0, 0, 0));
        } finally {
            threads.shutdownNow();
        }
    }

    private static ArchiveCounts counts(String file) {
        try (Archive archive = Archive.openOrCreate(file)) {
            return archive.counts();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void theVersionIsThatOfTheNewestMigration(String kind) throws Exception {
        Path migrations = Path.of(requireNonNull(Schema.class.getResource(kind)).toURI());
        try (Stream<Path> files = Files.list(migrations)) {
            assertThat(files.mapToInt(OpeningTest::version).max()).hasValue(Schema.VERSION);
        }
    }

    private static int version(Path migration) {
        String name = String.valueOf(migration.getFileName());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    @Test
    void theStageOpensTheArchiveThatItsOptionsName() {
        StageProvider<?, ?> provider = ServiceLoader.load(StageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals("publish"))
                .findFirst()
                .orElseThrow();
        Path file = directory.resolve("x.db");
        provider.open(Map.of("archive", file.toString())).close();
        assertThat(file).exists();
    }

    private static void assertRefused(Path file, String cause, String fix) {
        assertThatThrownBy(() -> Archive.openOrCreate(file.toString()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(cause)
                .hasMessageContaining(fix);
    }
}
