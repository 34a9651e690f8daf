package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.Json;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Outlet;
import dev.newsmill.stage.OutletProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesOutletTest {
    private static final List<Publication> FIRST = List.of(publication(1, "One.\nTwo."), publication(2, "Drei – 三"));
    private static final List<Publication> SECOND = List.of(publication(3, "Three."), publication(4, "Four."));

    @TempDir
    Path root;

    private Path directory;
    private Path file;
    private Path bookmark;

    @BeforeEach
    void names() {
        directory = root.resolve("a/out");
        file = directory.resolve("articles.jsonl");
        bookmark = directory.resolve("articles.jsonl.position");
    }

    @Test
    void writesOneLineAPublication() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(Json.shared().readValue(lines.get(0), Publication.class)).isEqualTo(FIRST.get(0));
    }

    @Test
    void startsWithoutAPosition() throws Exception {
        try (Outlet outlet = open()) {
            assertThat(outlet.positions()).isEmpty();
        }
    }

    @Test
    void remembersThePositionOfEachPartition() throws Exception {
        deliver(FIRST, Map.of(0, 2L, 1, 7L));
        deliver(SECOND, Map.of(1, 9L));
        try (Outlet outlet = open()) {
            assertThat(outlet.positions()).isEqualTo(Map.of(0, 2L, 1, 9L));
        }
    }

    @Test
    void remembersThePositionOfABatchWithoutPublications() throws Exception {
        deliver(List.of(), Map.of(0, 5L));
        try (Outlet outlet = open()) {
            assertThat(outlet.positions()).isEqualTo(Map.of(0, 5L));
        }
    }

    @Test
    void aCrashAtAnyByteOfABatchNeitherLosesNorRepeatsALine() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        byte[] before = Files.readAllBytes(bookmark);
        int good = Math.toIntExact(Files.size(file));
        deliver(SECOND, Map.of(0, 4L));
        byte[] all = Files.readAllBytes(file);
        for (int length = good; length <= all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            Files.write(bookmark, before);
            try (Outlet outlet = open()) {
                assertThat(outlet.positions()).isEqualTo(Map.of(0, 2L));
            }
            assertThat(file).as("cut at %d", length).hasSize(good);
        }
        deliver(SECOND, Map.of(0, 4L));
        assertThat(Files.readAllBytes(file)).isEqualTo(all);
    }

    @Test
    void aCrashInTheFirstBatchLeavesNothing() throws Exception {
        open().close();
        Files.writeString(file, "{\"id\":");
        open().close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void aHalfWrittenBookmarkIsNoBookmark() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        Files.writeString(directory.resolve("articles.jsonl.position.tmp"), "{\"len");
        deliver(SECOND, Map.of(0, 4L));
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @Test
    void aFailedBatchIsTakenWholeTheNextTime() throws Exception {
        try (Outlet outlet = open()) {
            outlet.deliver(FIRST, Map.of(0, 2L));
            Path inTheWay = Files.createDirectories(directory.resolve("articles.jsonl.position.tmp/x"));
            assertThatThrownBy(() -> outlet.deliver(SECOND, Map.of(0, 4L))).isInstanceOf(IOException.class);
            assertThat(outlet.positions()).isEqualTo(Map.of(0, 2L));
            Files.delete(inTheWay);
            Files.delete(directory.resolve("articles.jsonl.position.tmp"));
            outlet.deliver(SECOND, Map.of(0, 4L));
        }
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @Test
    void aSecondOneIsToldThatTheFileIsInUse() throws Exception {
        try (Outlet outlet = open()) {
            assertThat(outlet.positions()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("articles.jsonl is in use by another Newsmill");
        }
    }

    @Test
    void aShorterFileThanRememberedIsAnError() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        Files.writeString(file, "short");
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("has 5 bytes, but had");
        assertThat(file).hasContent("short");
    }

    @Test
    void somebodyElsesFileIsLeftAlone() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(file, "mine\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was not written by this outlet");
        assertThat(file).hasContent("mine\n");
    }

    @Test
    void aDamagedBookmarkIsAnErrorThatSaysWhatToDo() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        Files.writeString(bookmark, "{\"length\":");
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("is damaged. Move it");
    }

    @Test
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(OutletProvider.class))
                .extracting(OutletProvider::name)
                .contains("jsonl");
    }

    private void deliver(List<Publication> publications, Map<Integer, Long> next) throws IOException {
        try (Outlet outlet = open()) {
            outlet.deliver(publications, next);
        }
    }

    private Outlet open() throws IOException {
        return new JsonLines().open(Map.of("out", directory.toString()));
    }

    private static Publication publication(int number, String text) {
        var article = News.article("https://news.example.org/" + number, "Cranes " + number, text);
        return new Publication(article.id(), 1, Publication.Change.NEW, List.of(), article);
    }
}
