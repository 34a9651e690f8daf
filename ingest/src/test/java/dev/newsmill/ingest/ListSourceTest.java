package dev.newsmill.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListSourceTest {
    private static final IngestOptions OPTIONS = IngestOptions.defaults();

    @TempDir
    Path folder;

    @BeforeEach
    void twoPages() throws IOException {
        Files.writeString(folder.resolve("a.html"), "<p>a");
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/b.html"), "<p>b");
    }

    @Test
    void readsPathsFromTheFolderOfTheList() throws IOException {
        assertThat(read("pages.list", "sub/b.html\na.html\n")).containsExactly(page("sub/b.html"), page("a.html"));
    }

    @Test
    void readsAbsolutePaths() throws IOException {
        assertThat(read("pages.urls", folder.resolve("a.html").toString())).containsExactly(page("a.html"));
    }

    @Test
    void readsFoldersInAList() throws IOException {
        assertThat(read("pages.list", "sub\na.html")).containsExactly(page("sub/b.html"), page("a.html"));
    }

    @Test
    void passesOverCommentsEmptyLinesAndAByteOrderMark() throws IOException {
        assertThat(read("pages.list", "\uFEFF# comment\r\n\r\n  a.html  \r\n#a.html"))
                .containsExactly(page("a.html"));
    }

    @Test
    void knowsAPageUnderTheUrlAfterTheTab() throws IOException {
        assertThat(read("pages.list", "a.html\thttps://news.example/a")).containsExactly("page https://news.example/a");
    }

    @Test
    void failsOnATabWithoutAUrl() throws IOException {
        assertThat(read("pages.list", "a.html\tnews\na.html"))
                .containsExactly("failed not an http or https URL: news", page("a.html"));
    }

    @Test
    void aLineThatNamesNothingDoesNotEndTheOthers() throws IOException {
        List<String> said = read("pages.list", "nothing.html\na.html");
        assertThat(said.get(0)).isEqualTo("failed no file or folder 'nothing.html'");
        assertThat(said.get(1)).isEqualTo(page("a.html"));
    }

    @Test
    void namesTheLineOfAnError() throws IOException {
        Path list = Files.writeString(folder.resolve("pages.list"), "# one\na.html\nnothing.html\n");
        assertThat(Read.all(OPTIONS, list.toString()).get(1).place()).isEqualTo(list + ":3");
    }

    @Test
    void doesNotReadAListInAList() throws IOException {
        Files.writeString(folder.resolve("loop.list"), "loop.list");
        assertThat(read("loop.list", "loop.list")).singleElement().asString().startsWith("drop not-a-page");
    }

    @Test
    void readsStdin() {
        IngestOptions options = OPTIONS.withStdin(in(folder.resolve("a.html") + "\n" + folder.resolve("sub")));
        assertThat(Read.all(options, "-").stream().map(Read::said)).containsExactly(page("a.html"), page("sub/b.html"));
    }

    @Test
    void doesNotReadStdinAgainFromWithin() {
        IngestOptions options = OPTIONS.withStdin(in("-\n"));
        assertThat(Read.said(Read.one(options, "-"))).isEqualTo("failed no file or folder '-'");
    }

    @Test
    void failsOnALongLineAndReadsOn() throws IOException {
        assertThat(read("pages.list", "x".repeat(1_000_000) + "\na.html"))
                .containsExactly("failed line is longer than 8192 characters", page("a.html"));
    }

    @Test
    void aTextOfUrlsIsAList() throws IOException {
        assertThat(looksLikeList("# seeds\nhttps://news.example/1\n\nHTTP://news.example/2\n"))
                .isTrue();
    }

    @Test
    void aTextOfPathsIsAList() throws IOException {
        assertThat(looksLikeList("a.html\nsub\n")).isTrue();
    }

    @Test
    void aTextWithOneOtherLineIsNone() throws IOException {
        assertThat(looksLikeList("https://news.example/1\nThe mayor said on Monday that\n"))
                .isFalse();
    }

    @Test
    void aTextOfCommentsIsNone() throws IOException {
        assertThat(looksLikeList("# only\n# comments\n\n")).isFalse();
    }

    @Test
    void looksAtTheFirstTwentyLinesOnly() throws IOException {
        assertThat(looksLikeList("https://news.example/1\n".repeat(20) + "nothing\n"))
                .isTrue();
    }

    @Test
    void binaryTextIsNoList() throws IOException {
        assertThat(looksLikeList("\0\1\2\u00ff\n\0")).isFalse();
    }

    @Test
    void countsItsLinesForTheProgressBar() throws IOException {
        Path list = Files.writeString(folder.resolve("pages.list"), "# one\na.html\n\nsub\n");
        try (Sources sources = Sources.load(OPTIONS)) {
            assertThat(sources.estimate(List.of(list.toString()))).hasValue(2);
        }
    }

    private boolean looksLikeList(String text) throws IOException {
        return ListFile.looksLike(Files.writeString(folder.resolve("some.txt"), text));
    }

    private List<String> read(String name, String text) throws IOException {
        Path list = Files.writeString(folder.resolve(name), text);
        return Read.all(OPTIONS, list.toString()).stream().map(Read::said).toList();
    }

    private String page(String name) {
        return "page " + folder.resolve(name).toUri();
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
