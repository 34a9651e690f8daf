package dev.newsmill.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.stage.Offer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSourceTest {
    private static final IngestOptions OPTIONS = IngestOptions.defaults().withMaxBodyBytes(1000);

    @TempDir
    Path folder;

    @Test
    void keepsTheBytesAsTheyAre() throws IOException {
        byte[] latin = {'<', 'p', '>', (byte) 0xe9, (byte) 0xff, 0};
        assertThat(Read.page(offer("a.html", latin)).body()).isEqualTo(latin);
    }

    @Test
    void namesThePageByItsFileUrl() throws IOException {
        Page page = Read.page(offer("News #1.html", bytes("<p>")));
        assertThat(page.url()).startsWith("file:///").endsWith("%20%231.html");
    }

    @Test
    void idsThePageByItsUrl() throws IOException {
        Page page = Read.page(offer("a.html", bytes("<p>")));
        assertThat(page.id()).isEqualTo(PageId.of(page.url()));
    }

    @Test
    void datesThePageByTheFile() throws IOException {
        Instant changed = Instant.parse("2024-02-29T12:00:00Z");
        Path file = write("a.html", bytes("<p>"));
        Files.setLastModifiedTime(file, FileTime.from(changed));
        assertThat(Read.page(Read.one(OPTIONS, file.toString())).fetchedAt()).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({
        "a.html,text/html",
        "a.HTM,text/html",
        "a.xhtml,application/xhtml+xml",
        "a.txt,text/plain",
    })
    void tellsTheMediaTypeByTheName(String name, String type) throws IOException {
        assertThat(Read.page(offer(name, bytes("Some text"))).http())
                .containsOnly(java.util.Map.entry("content-type", type));
    }

    @ParameterizedTest
    @CsvSource({"a.html.gz,text/html", "a.txt.GZ,text/plain"})
    void unpacksGzip(String name, String type) throws IOException {
        Page page = Read.page(offer(name, gzip(bytes("Some text"))));
        assertThat(new String(page.body(), UTF_8) + " " + page.contentType()).isEqualTo("Some text " + type);
    }

    @Test
    void readsAFileUrl() throws IOException {
        Path file = write("a b.html", bytes("<p>"));
        assertThat(Read.said(Read.one(OPTIONS, file.toUri().toString()))).isEqualTo("page " + file.toUri());
    }

    @Test
    void takesAPageOfExactlyTheLimit() throws IOException {
        assertThat(Read.page(offer("a.html", new byte[1000])).body()).hasSize(1000);
    }

    @Test
    void dropsAPageOverTheLimit() throws IOException {
        assertThat(Read.said(offer("a.html", new byte[1001]))).isEqualTo("drop too-large: 1,001 bytes, limit 1,000");
    }

    @Test
    void dropsAGzipBomb() throws IOException {
        Path file = folder.resolve("bomb.html.gz");
        byte[] million = new byte[1_000_000];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 50; i++) out.write(million);
        }
        IngestOptions options = IngestOptions.defaults().withMaxBodyBytes(200_000);
        assertThat(Read.said(Read.one(options, file.toString())))
                .isEqualTo("drop too-large: more than 200,000 bytes, the limit");
    }

    @Test
    void dropsAnEmptyFile() throws IOException {
        assertThat(Read.said(offer("a.html", new byte[0]))).isEqualTo("drop empty: null");
    }

    @Test
    void dropsAnEmptyGzipFile() throws IOException {
        assertThat(Read.said(offer("a.html.gz", new byte[0]))).isEqualTo("drop empty: null");
    }

    @Test
    void dropsWhatIsNoPageByName() throws IOException {
        assertThat(Read.said(offer("README.md", bytes("# Title")))).startsWith("drop not-a-page: ends in none of");
    }

    @Test
    void failsOnCutGzipAndNamesTheFile() throws IOException {
        byte[] packed = gzip(bytes("Some text that is long enough to be cut somewhere"));
        Offer offer = offer("cut.html.gz", Arrays.copyOf(packed, packed.length / 2));
        assertThat(Read.said(offer)).startsWith("failed cannot read " + folder.resolve("cut.html.gz") + ": ");
    }

    @Test
    void failsOnWhatIsNoGzipAtAll() throws IOException {
        assertThat(Read.said(offer("a.html.gz", bytes("<p>not packed")))).contains("Not in GZIP format");
    }

    @Test
    void failsOnAFileThatIsGoneWhenItsTurnComes() throws IOException {
        Path file = write("gone.html", bytes("<p>"));
        FilePage page = new FilePage(OPTIONS);
        Files.delete(file);
        assertThat(Read.said(page.offer(file))).isEqualTo("failed cannot read " + file + ": no such file");
    }

    private Offer offer(String name, byte[] body) throws IOException {
        return Read.one(OPTIONS, write(name, body).toString());
    }

    private Path write(String name, byte[] body) throws IOException {
        return Files.write(folder.resolve(name), body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }
}
