package dev.newsmill.ingest;

import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes a page of a response that is one. */
final class ResponseReader {
    private static final List<String> KEPT =
            List.of("content-type", "content-language", "date", "etag", "last-modified");
    private static final Set<String> TEXT =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml");

    private final BodyLimit limit;
    private final Clock clock;

    ResponseReader(IngestOptions options) {
        this.limit = new BodyLimit(options.maxBodyBytes());
        this.clock = options.clock();
    }

    /** @param asked the URL before redirects */
    Outcome<Page> read(String asked, Response response) throws IOException {
        if (!response.isSuccessful()) return Outcome.drop("http-" + response.code(), status(response));
        String odd = notText(response);
        if (odd != null) return Outcome.drop("not-text", odd);
        long announced = response.body().contentLength();
        if (limit.isPassedBy(announced)) return limit.drop(announced);
        byte[] body = limit.read(response.body().byteStream());
        if (limit.isPassedBy(body.length)) return limit.drop();
        if (body.length == 0) return Outcome.drop("empty", status(response));
        return Outcome.emit(Page.of(asked, body, clock.instant(), facts(response)));
    }

    private static String status(Response response) {
        return (response.code() + " " + response.message()).strip();
    }

    /** What says that the body is no text; null where it may be one. A missing type may be anything, so a text too. */
    private static @Nullable String notText(Response response) {
        String coding = response.header("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) return "content coding " + coding;
        String type = response.header("Content-Type");
        if (type == null) return null;
        MediaType media = MediaType.parse(type);
        return media == null || TEXT.contains(media.type() + "/" + media.subtype()) ? null : type;
    }

    private static Map<String, String> facts(Response response) {
        Map<String, String> facts = new HashMap<>();
        for (String name : KEPT) {
            String value = response.header(name);
            if (value != null) facts.put(name, value);
        }
        facts.put(":status", Integer.toString(response.code()));
        facts.put(":url", response.request().url().toString());
        return facts;
    }
}
