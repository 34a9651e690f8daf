package dev.newsmill.ingest;

import dev.newsmill.message.Page;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.CompressionInterceptor;
import okhttp3.Gzip;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Gets pages from the web. Follows redirects itself, so that each is checked; the sockets check each address. Robots
 * rules and a delay per host belong in {@link #request}, before the call. Thread-safe.
 */
final class Fetcher implements AutoCloseable {
    private static final String ACCEPT =
            "text/html,application/xhtml+xml,text/plain;q=0.9,application/xml;q=0.8,*/*;q=0.1";

    private final WebOptions options;
    private final OkHttpClient client;
    private final ResponseReader reader;
    private final Retries retries;
    private final Pause pause;

    Fetcher(IngestOptions options, AddressGuard guard, Pause pause) {
        this.options = options.web();
        this.client = client(options.web(), guard);
        this.reader = new ResponseReader(options);
        this.retries = new Retries(options.clock());
        this.pause = pause;
    }

    static Fetcher of(IngestOptions options) {
        boolean all = options.web().allowPrivateAddresses();
        AddressGuard guard = all ? AddressGuard.none() : AddressGuard.publicOnly();
        return new Fetcher(options, guard, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    /** The page at {@code url}, the reason why there is none, or the error. Throws nothing that concerns the page. */
    Answer<Page> fetch(String url) {
        try {
            return new Answer.Of<>(follow(url, Deadline.in(options.totalTimeout())));
        } catch (IOException e) {
            RefusedException refused = refusal(e, 0);
            return refused == null ? new Answer.Failed<>(unreachable(url, e)) : new Answer.Of<>(refused.drop());
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    private Outcome<Page> follow(String asked, Deadline deadline) throws IOException {
        String at = asked;
        for (int redirects = 0; redirects <= options.maxRedirects(); redirects++) {
            HttpUrl url = WebAddress.check(at, options.allowPrivateAddresses());
            try (Response response = request(url, deadline)) {
                String next = redirect(response);
                if (next == null) return reader.read(asked, response);
                at = next;
            }
        }
        return Outcome.drop("too-many-redirects", "more than " + options.maxRedirects() + ", the last to " + at);
    }

    /** The answer of one URL, after the requests that it takes. */
    private Response request(HttpUrl url, Deadline deadline) throws IOException {
        for (int done = 0; ; done++) {
            Duration wait;
            try {
                Response response = call(url, deadline).execute();
                wait = retries.after(response, done);
                if (wait == null) return response;
                response.close();
            } catch (IOException e) {
                wait = retries.after(e, done);
                if (wait == null) throw e;
            }
            pause(wait, deadline);
        }
    }

    private Call call(HttpUrl url, Deadline deadline) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("User-Agent", options.userAgent())
                .header("Accept", ACCEPT)
                .build();
        Call call = client.newCall(request);
        call.timeout().timeout(deadline.left(), TimeUnit.NANOSECONDS);
        return call;
    }

    private void pause(Duration wait, Deadline deadline) throws IOException {
        if (wait.toNanos() >= deadline.left()) throw deadline.passed();
        try {
            pause.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    /** Where a redirect leads; null where the response is none. What is no web URL is returned for the check to refuse. */
    private static @Nullable String redirect(Response response) {
        String location = response.isRedirect() ? response.header("Location") : null;
        if (location == null) return null;
        HttpUrl next = response.request().url().resolve(location);
        return next == null ? location : next.toString();
    }

    private static @Nullable RefusedException refusal(@Nullable Throwable error, int depth) {
        if (error == null || depth > 5) return null;
        if (error instanceof RefusedException refused) return refused;
        for (Throwable suppressed : error.getSuppressed()) {
            if (suppressed instanceof RefusedException refused) return refused;
        }
        return refusal(error.getCause(), depth + 1);
    }

    private static IOException unreachable(String url, IOException e) {
        String why = e instanceof UnknownHostException ? "unknown host" : String.valueOf(e.getMessage());
        return new IOException("cannot fetch " + url + ": " + why, e);
    }

    private static OkHttpClient client(WebOptions options, AddressGuard guard) {
        return new OkHttpClient.Builder()
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.readTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new GuardedSockets(guard))
                .addInterceptor(new CompressionInterceptor(Gzip.INSTANCE, new Deflate()))
                .build();
    }
}
