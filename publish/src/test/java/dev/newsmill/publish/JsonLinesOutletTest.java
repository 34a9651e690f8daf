package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.Json;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Outlet;
import dev.newsmill.stage.OutletProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            outlet.deliver(FIRST, Set.of(), Map.of(0, 2L));
            Path inTheWay = Files.createDirectories(directory.resolve("articles.jsonl.position.tmp/x"));
            assertThatThrownBy(() -> outlet.deliver(SECOND, Set.of(), Map.of(0, 4L)))
                    .isInstanceOf(IOException.class);
            assertThat(outlet.positions()).isEqualTo(Map.of(0, 2L));
            Files.delete(inTheWay);
            Files.delete(directory.resolve("articles.jsonl.position.tmp"));
            outlet.deliver(SECOND, Set.of(), Map.of(0, 4L));
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

    @Test
    void overwritesTheLinesOfAWithdrawnArticleWhereTheyStand() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        deliver(SECOND, Map.of(0, 4L));
        List<String> before = Files.readAllLines(file);
        String id = FIRST.get(0).id();
        withdraw(id);
        List<String> after = Files.readAllLines(file);
        assertThat(after.get(0)).startsWith("{\"id\":\"" + id + "\",\"change\":\"withdrawn\"}  ");
        assertThat(after.get(0)).hasSize(before.get(0).getBytes(StandardCharsets.UTF_8).length);
        assertThat(Json.shared().readTree(after.get(0))).hasSize(2);
        assertThat(after.subList(1, 4)).isEqualTo(before.subList(1, 4));
        assertThat(after.get(4)).isEqualTo("{\"id\":\"" + id + "\",\"change\":\"withdrawn\"}");
        assertThat(after).hasSize(5);
    }

    @Test
    void holdsCountsWhatIsLeftOfAnArticle() throws Exception {
        JsonLines provider = new JsonLines();
        Map<String, String> options = Map.of("out", directory.toString());
        String id = FIRST.get(0).id();
        assertThat(provider.holds(options, id)).hasValue(0);
        deliver(FIRST, Map.of(0, 2L));
        deliver(FIRST, Map.of(0, 4L));
        assertThat(provider.holds(options, id)).hasValue(2);
        withdraw(id);
        assertThat(provider.holds(options, id)).hasValue(0);
        assertThat(provider.holds(options, FIRST.get(1).id())).hasValue(2);
    }

    @Test
    void aPublicationOfTheSameBatchCameAfterTheWithdrawal() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        try (Outlet outlet = open()) {
            outlet.deliver(List.of(FIRST.get(0)), Set.of(FIRST.get(0).id()), Map.of(0, 5L));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).contains("withdrawn");
        assertThat(Json.shared().readValue(lines.get(3), Publication.class)).isEqualTo(FIRST.get(0));
    }

    /** As a crash may leave it: the end of the line is blank already, its beginning as it was. */
    @Test
    void aWithdrawalThatWasCutOffIsFinishedTheNextTime() throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        String id = FIRST.get(0).id();
        List<String> lines = Files.readAllLines(file);
        int head = ("{\"id\":\"" + id + "\",\"revision\":").length();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, head, lines.get(0).getBytes(StandardCharsets.UTF_8).length, (byte) ' ');
        Files.write(file, bytes);
        withdraw(id);
        assertThat(Json.shared()
                        .readTree(Files.readAllLines(file).get(0))
                        .path("change")
                        .asText())
                .isEqualTo("withdrawn");
        assertThat(Files.readAllLines(file).get(1)).isEqualTo(lines.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "\"", "a\\b", "{\"id\":"})
    void toWithdrawWhatIsNotThereChangesNoLine(String id) throws Exception {
        deliver(FIRST, Map.of(0, 2L));
        List<String> before = Files.readAllLines(file);
        withdraw(id);
        assertThat(Files.readAllLines(file).subList(0, 2)).isEqualTo(before);
    }

    @Test
    void aLineThatIsLongerThanTheBufferIsFoundToo() throws Exception {
        Publication big = publication(7, "long ".repeat(40_000));
        deliver(List.of(publication(6, "x".repeat(70_000)), big, FIRST.get(1)), Map.of(0, 3L));
        withdraw(big.id());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).doesNotContain("long");
        assertThat(Json.shared().readValue(lines.get(2), Publication.class)).isEqualTo(FIRST.get(1));
    }

    private void withdraw(String id) throws IOException {
        try (Outlet outlet = open()) {
            outlet.deliver(List.of(), Set.of(id), Map.of(0, 9L));
        }
    }

    private void deliver(List<Publication> publications, Map<Integer, Long> next) throws IOException {
        try (Outlet outlet = open()) {
            outlet.deliver(publications, Set.of(), next);
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
