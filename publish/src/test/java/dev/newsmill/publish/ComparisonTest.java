package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Publication.Change;
import dev.newsmill.stage.Provenance;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String URL = "https://example.org/a";
    private static final EnrichedArticle KNOWN = News.article(URL, "Ferry returns", "Lisbon has its ferry again.");

    @TempDir
    Path folder;

    private Archive archive;
    private Publisher publisher;

    @BeforeEach
    void publish() {
        archive = Archive.openOrCreate(folder.resolve("archive.db").toString());
        publisher = new Publisher(archive, Clock.systemUTC());
        publisher.applyAll(List.of(News.live(5, KNOWN)));
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void aReplayOfTheSamePageThatSaysTheSameIsUnchanged() {
        assertThat(compare(5, "r1", KNOWN).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void aReplayOfTheSamePageThatSaysSomethingElseIsAnUpdate() {
        Comparison comparison = compare(5, "r1", News.article(URL, "Ferry stays", "Lisbon has its ferry again."));
        assertThat(comparison.change()).isEqualTo(Change.UPDATED);
        assertThat(comparison.changed()).containsExactly("headline");
        assertThat(comparison.current()).isEqualTo(KNOWN);
        assertThat(comparison.revision()).isEqualTo(1);
    }

    @Test
    void aReplayOfAnOlderPageIsStale() {
        assertThat(compare(4, "r1", News.article(URL, "Old", "Lisbon waits.")).change())
                .isEqualTo(Change.STALE);
    }

    @Test
    void anArticleThatTheArchiveDoesNotHaveIsNew() {
        EnrichedArticle other = News.article("https://example.org/b", "Tram", "Porto has a tram.");
        assertThat(compare(6, "r1", other)).isEqualTo(new Comparison(Change.NEW, List.of(), 0, null, null));
    }

    @Test
    void aPageThatHadAnArticleAndIsDroppedNowWouldLoseIt() {
        Comparison comparison = dropped(URL, 5);
        assertThat(comparison.change()).isEqualTo(Change.WITHDRAWN);
        assertThat(comparison.current()).isEqualTo(KNOWN);
    }

    @Test
    void aPageThatHadNoArticleAndIsDroppedAgainIsUnchanged() {
        assertThat(dropped("https://example.org/none", 7).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void anOlderFetchOfAPageThatIsDroppedNowIsStale() {
        assertThat(dropped(URL, 4).change()).isEqualTo(Change.STALE);
    }

    @Test
    void nothingIsKept() {
        ArchiveCounts before = archive.counts();
        compare(5, "r1", News.article(URL, "Ferry stays", "Lisbon has its ferry again."));
        dropped(URL, 5);
        assertThat(archive.counts()).isEqualTo(before);
        assertThat(Objects.requireNonNull(archive.show(PageId.of(URL))).article())
                .isEqualTo(KNOWN);
    }

    private Comparison compare(long offset, String replay, EnrichedArticle article) {
        return compare(article, offset, replay, article.url());
    }

    private Comparison dropped(String url, long offset) {
        return compare(null, offset, "r1", url);
    }

    private Comparison compare(@Nullable EnrichedArticle article, long offset, String replay, String url) {
        Origin page = new Origin("pages", 0, offset);
        TreeMap<String, String> versions = new TreeMap<>();
        versions.put("clean", "1.1");
        versions.put("enrich", "1.0");
        Provenance from = new Provenance(page, News.NOON.plusSeconds(60 * offset), page, replay, versions);
        return archive.compare(List.of(new Result(article, from, PageId.of(url))))
                .get(0);
    }
}
