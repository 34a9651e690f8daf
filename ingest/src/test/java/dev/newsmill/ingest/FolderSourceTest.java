package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.stage.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    @TempDir
    Path folder;

    @Test
    void readsPagesSortedByNameThroughAllLevels() throws IOException {
        write("b/z.html", "b/a/deep.htm", "c.txt", "a.html");
        assertThat(places()).containsExactly("a.html", "b/a/deep.htm", "b/z.html", "c.txt");
    }

    @Test
    void passesOverWhatIsNoPage() throws IOException {
        write("README.md", "style.css", "photo.jpg", "a.html");
        assertThat(places()).containsExactly("a.html");
    }

    @Test
    void passesOverHiddenFilesAndFolders() throws IOException {
        write(".hidden.html", ".git/page.html", "a.html");
        assertThat(places()).containsExactly("a.html");
    }

    @Test
    void passesOverTheFolderThatABrowserSavesBesideAPage() throws IOException {
        write("Story.html", "Story_files/advert.html", "other_files/page.html");
        assertThat(places()).containsExactly("Story.html", "other_files/page.html");
    }

    @Test
    void hasNothingToSayAboutAnEmptyFolder() {
        assertThat(places()).isEmpty();
    }

    @Test
    void endsInALoopOfLinks() throws IOException {
        write("a/page.html");
        Files.createSymbolicLink(folder.resolve("a/back"), folder);
        assertThat(places()).containsExactly("a/page.html");
    }

    @Test
    void followsALinkToAFile() throws IOException {
        write("pages/page.html");
        Files.createSymbolicLink(folder.resolve("link.html"), folder.resolve("pages/page.html"));
        assertThat(places()).containsExactly("link.html", "pages/page.html");
    }

    @Test
    void failsOnALinkToNothing() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.html"), folder.resolve("nothing.html"));
        assertThat(said(IngestOptions.defaults()))
                .containsExactly("failed cannot read " + folder.resolve("link.html") + ": no such file");
    }

    @Test
    void oneBadPageDoesNotEndTheOthers() throws IOException {
        write("b.html.gz", "a.html", "c.html");
        assertThat(said(IngestOptions.defaults()))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("page"),
                        second -> assertThat(second).startsWith("failed cannot read " + folder.resolve("b.html.gz")),
                        third -> assertThat(third).startsWith("page"));
    }

    @Test
    void doesNotTakeAListForAnArticle() throws IOException {
        Files.writeString(folder.resolve("urls.txt"), "https://news.example/1\nhttps://news.example/2\n");
        assertThat(said(IngestOptions.defaults()))
                .containsExactly("drop not-a-page: a list of inputs; name the file itself to read them");
    }

    @Test
    void saysWhereItIsTooDeep() throws IOException {
        write("1/2/page.html", "1/page.html");
        IngestOptions options = IngestOptions.defaults().withFolders(new FolderOptions(2, 10));
        assertThat(said(options))
                .first()
                .isEqualTo("failed cannot read " + folder.resolve("1/2") + ": deeper than 2 folders");
    }

    @Test
    void readsUpToTheLargestNumberOfFilesAndSaysSo() throws IOException {
        write("a.html", "b.html", "c.html", "d/e.html");
        IngestOptions options = IngestOptions.defaults().withFolders(new FolderOptions(5, 2));
        assertThat(said(options))
                .hasSize(3)
                .last()
                .asString()
                .contains("more than 2 files; this one and the rest are left");
    }

    @Test
    void knowsHowManyThereAreBeforeItReadsThem() throws IOException {
        write("a.html", "b/c.html", "README.md");
        try (Sources sources = Sources.load(IngestOptions.defaults())) {
            assertThat(sources.estimate(List.of(folder.toString()))).hasValue(2);
        }
    }

    @Test
    void readsAPageOnlyWhenItIsAskedFor() throws IOException {
        write("a.html", "b.html");
        try (Sources sources = Sources.load(IngestOptions.defaults());
                Offers offers = sources.open(List.of(folder.toString()))) {
            offers.next();
            Files.delete(folder.resolve("b.html"));
            assertThat(Read.said(offers.next())).endsWith("b.html: no such file");
        }
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        for (Offer offer : Read.all(IngestOptions.defaults(), folder.toString())) {
            places.add(folder.relativize(Path.of(offer.place())).toString());
        }
        return places;
    }

    private List<String> said(IngestOptions options) {
        return Read.all(options, folder.toString()).stream().map(Read::said).toList();
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "<p>Some text");
        }
    }
}
