package dev.newsmill.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final byte[] BODY = "<p>Some text".getBytes(UTF_8);
    private static final int LIMIT = 100_000;

    private final TestServer server = new TestServer();
    private final List<Duration> pauses = new ArrayList<>();
    private final Fetcher fetcher = fetcher(WebOptions.defaults());

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    @Test
    void keepsTheBytesAsTheyAre() {
        byte[] latin = {'<', 'p', '>', (byte) 0xe9, (byte) 0xff, 0};
        server.page("/a", "text/html; charset=iso-8859-1", latin);
        assertThat(page("/a").body()).isEqualTo(latin);
    }

    @Test
    void datesThePageByItsClock() {
        server.page("/a", "text/html", BODY);
        assertThat(page("/a").fetchedAt()).isEqualTo(NOW);
    }

    @Test
    void keepsWhatHttpSays() {
        server.at("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=\"KOI8-R\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sun, 01 Mar 2026 09:00:00 GMT");
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Content-Language", "ru");
            exchange.getResponseHeaders().set("Set-Cookie", "id=1");
            TestServer.send(exchange, 200, BODY);
        });
        assertThat(page("/a").http())
                .containsEntry("content-type", "text/html; charset=\"KOI8-R\"")
                .containsEntry("last-modified", "Sun, 01 Mar 2026 09:00:00 GMT")
                .containsEntry("etag", "\"7\"")
                .containsEntry("content-language", "ru")
                .containsEntry(":status", "200")
                .containsEntry(":url", server.url("/a"))
                .containsKey("date")
                .hasSize(7);
    }

    @Test
    void followsRedirectsAndKnowsBothUrls() {
        server.redirect("/old", "/new?x=1");
        server.page("/new", "text/html", BODY);
        Page page = page("/old");
        assertThat(page.url()).isEqualTo(server.url("/old"));
        assertThat(page.finalUrl()).isEqualTo(server.url("/new?x=1"));
    }

    @Test
    void followsFiveRedirectsButNotSix() {
        for (int i = 1; i <= 6; i++) server.redirect("/" + i, "/" + (i - 1));
        server.page("/0", "text/html", BODY);
        assertThat(said("/5")).startsWith("page");
        assertThat(said("/6")).isEqualTo("drop too-many-redirects: more than 5, the last to " + server.url("/0"));
    }

    @Test
    void endsInALoopOfRedirects() {
        server.redirect("/a", "/a");
        assertThat(said("/a")).startsWith("drop too-many-redirects");
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data/,refused-address: 169.254.169.254 is in 169.254.0.0/16",
        "http://10.0.0.1/,refused-address: 10.0.0.1 is in 10.0.0.0/8",
        "http://localhost/,refused-address",
        "http://[::1]/,refused-address",
        "http://[::ffff:10.0.0.1]/,refused-address",
        "http://me:secret@news.example/,refused-url: it carries a user name or a password",
        "ftp://news.example/,refused-url: not an http or https URL: ftp://news.example/",
        "file:///etc/passwd,refused-url: not an http or https URL: file:///etc/passwd",
    })
    void checksEachRedirect(String to, String why) {
        server.redirect("/a", to);
        assertThat(said("/a")).startsWith("drop " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://localhost:8080/",
                "http://0.0.0.0:8080/",
                "http://[::1]:8080/",
                "http://2130706433:8080/",
                "https://192.168.0.1/",
                "http://100.64.0.1/",
                "http://[fd00:ec2::254]/",
            })
    void refusesPrivateAddressesByDefault(String url) {
        try (Fetcher fetcher = Fetcher.of(IngestOptions.defaults())) {
            assertThat(Read.said(fetcher.fetch(url))).startsWith("drop refused-address: ");
        }
    }

    @Test
    void takesPrivateAddressesWhereTheyAreAllowed() {
        server.page("/a", "text/html", BODY);
        WebOptions web = WebOptions.defaults().withAllowPrivateAddresses(true);
        try (Fetcher fetcher = Fetcher.of(IngestOptions.defaults().withWeb(web))) {
            assertThat(Read.page(fetcher.fetch(server.url("/a"))).body()).isEqualTo(BODY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 304, 400, 401, 403, 404, 410, 451})
    void dropsOtherAnswersByTheirStatus(int status) {
        server.at("/a", exchange -> TestServer.send(exchange, status, new byte[0]));
        assertThat(said("/a")).startsWith(status == 204 ? "drop empty: 204" : "drop http-" + status + ": " + status);
    }

    @Test
    void asksAServerInTroubleThreeTimes() {
        AtomicInteger asked = new AtomicInteger();
        server.at("/a", exchange -> {
            asked.incrementAndGet();
            TestServer.send(exchange, 503, BODY);
        });
        assertThat(said("/a")).startsWith("drop http-503");
        assertThat(asked).hasValue(3);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void takesThePageOfTheSecondTry() {
        AtomicInteger asked = new AtomicInteger();
        server.at("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.getResponseHeaders().set("Retry-After", "2");
            TestServer.send(exchange, asked.getAndIncrement() == 0 ? 429 : 200, BODY);
        });
        assertThat(page("/a").body()).isEqualTo(BODY);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void connectsThreeTimesWhereNobodyListens() throws IOException {
        String url;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + closed.getLocalPort() + "/";
        }
        WebOptions web = WebOptions.defaults().withAllowPrivateAddresses(true);
        try (Fetcher open = new Fetcher(options(web), AddressGuard.none(), pauses::add)) {
            assertThat(Read.said(open.fetch(url))).startsWith("failed cannot fetch " + url + ": ");
        }
        assertThat(pauses).hasSize(2);
    }

    @Test
    void failsOnAnUnknownHost() {
        String said = Read.said(fetcher.fetch("http://no-such-host.invalid/"));
        assertThat(said).isEqualTo("failed cannot fetch http://no-such-host.invalid/: unknown host");
    }

    @Test
    void givesUpWhenTheTotalTimeIsOver() {
        CountDownLatch never = new CountDownLatch(1);
        server.at("/slow", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(BODY);
            exchange.getResponseBody().flush();
            await(never);
        });
        try (Fetcher hasty = fetcher(WebOptions.defaults().withTotalTimeout(Duration.ofMillis(300)))) {
            assertThat(Read.said(hasty.fetch(server.url("/slow"))))
                    .isEqualTo("failed cannot fetch " + server.url("/slow") + ": timeout");
        }
        never.countDown();
    }

    @Test
    void doesNotWaitLongerThanTheTotalTime() {
        server.at("/a", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "9");
            TestServer.send(exchange, 503, BODY);
        });
        try (Fetcher hasty = fetcher(WebOptions.defaults().withTotalTimeout(Duration.ofSeconds(5)))) {
            assertThat(Read.said(hasty.fetch(server.url("/a")))).endsWith("no answer within 5000 ms");
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void dropsABodyThatAnnouncesToBeTooLarge() {
        server.page("/a", "text/html", new byte[LIMIT + 1]);
        assertThat(said("/a")).isEqualTo("drop too-large: 100,001 bytes, limit 100,000");
    }

    @Test
    void stopsReadingABodyWithoutEnd() {
        server.at("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            writeUntilClosed(exchange);
        });
        assertThat(said("/a")).isEqualTo("drop too-large: more than 100,000 bytes, the limit");
    }

    @Test
    void stopsUnpackingAGzipBomb() throws IOException {
        server.at("/a", exchange -> encoded(exchange, "gzip", FileSourceTest.gzip(new byte[20_000_000])));
        assertThat(said("/a")).isEqualTo("drop too-large: more than 100,000 bytes, the limit");
    }

    @Test
    void unpacksGzip() {
        server.at("/a", exchange -> encoded(exchange, "gzip", FileSourceTest.gzip(BODY)));
        assertThat(page("/a").body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unpacksDeflateWithAndWithoutAHeader(boolean bare) {
        server.at("/a", exchange -> encoded(exchange, "deflate", deflate(BODY, bare)));
        assertThat(page("/a").body()).isEqualTo(BODY);
    }

    @Test
    void failsOnBrokenGzip() {
        server.at("/a", exchange -> encoded(exchange, "gzip", BODY));
        assertThat(said("/a")).startsWith("failed cannot fetch " + server.url("/a"));
    }

    @Test
    void failsOnACutBody() {
        server.at("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(BODY);
        });
        assertThat(said("/a")).contains("unexpected end of stream");
    }

    @Test
    void dropsAnEmptyBody() {
        server.page("/a", "text/html", new byte[0]);
        assertThat(said("/a")).startsWith("drop empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "application/pdf", "application/json", "application/octet-stream", "video/mp4"})
    void dropsWhatIsNoText(String type) {
        server.page("/a", type, BODY);
        assertThat(said("/a")).isEqualTo("drop not-text: " + type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "TEXT/HTML;charset=utf-8", "application/xhtml+xml", "text/plain", "text/xml", "html"
            })
    void takesText(String type) {
        server.page("/a", type, BODY);
        assertThat(page("/a").contentType()).isEqualTo(type);
    }

    @Test
    void takesAPageWithoutAType() {
        server.at("/a", exchange -> TestServer.send(exchange, 200, BODY));
        assertThat(page("/a").contentType()).isNull();
    }

    @Test
    void dropsACodingThatItDoesNotKnow() {
        server.at("/a", exchange -> encoded(exchange, "br", BODY));
        assertThat(said("/a")).isEqualTo("drop not-text: content coding br");
    }

    @Test
    void namesItself() {
        List<String> agents = new ArrayList<>();
        server.at("/a", exchange -> {
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            TestServer.send(exchange, 200, BODY);
        });
        try (Fetcher named = fetcher(WebOptions.defaults().withUserAgent("Mill of tests"))) {
            named.fetch(server.url("/a"));
        }
        assertThat(agents).containsExactly("Mill of tests");
    }

    @Test
    void showsNoPassword() {
        WebOptions web = WebOptions.defaults().withAllowPrivateAddresses(true);
        assertThat(Read.one(options(web), "http://me:secret@127.0.0.1/").toString())
                .doesNotContain("secret");
    }

    @Test
    void isInterrupted() {
        server.at("/a", exchange -> TestServer.send(exchange, 503, BODY));
        Pause interrupted = time -> {
            throw new InterruptedException();
        };
        try (Fetcher fetcher = new Fetcher(options(anyPort(WebOptions.defaults())), server.guard(), interrupted)) {
            assertThat(Read.said(fetcher.fetch(server.url("/a")))).endsWith("interrupted");
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    private Page page(String path) {
        return Read.page(fetch(path));
    }

    private String said(String path) {
        return Read.said(fetch(path));
    }

    private Answer<Page> fetch(String path) {
        return fetcher.fetch(server.url(path));
    }

    private Fetcher fetcher(WebOptions web) {
        return new Fetcher(options(anyPort(web)), server.guard(), pauses::add);
    }

    private static WebOptions anyPort(WebOptions web) {
        return web.withAllowPrivateAddresses(true);
    }

    private static IngestOptions options(WebOptions web) {
        return IngestOptions.defaults()
                .withMaxBodyBytes(LIMIT)
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withWeb(web);
    }

    private static void encoded(HttpExchange exchange, String coding, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.getResponseHeaders().set("Content-Encoding", coding);
        TestServer.send(exchange, 200, body);
    }

    private static byte[] deflate(byte[] body, boolean bare) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, bare))) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static void writeUntilClosed(HttpExchange exchange) throws IOException {
        byte[] much = new byte[LIMIT];
        for (int i = 0; i < 10_000; i++) exchange.getResponseBody().write(much);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
