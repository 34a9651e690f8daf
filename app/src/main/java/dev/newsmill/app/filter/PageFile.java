package dev.newsmill.app.filter;

import dev.newsmill.ingest.IngestOptions;
import dev.newsmill.ingest.Offers;
import dev.newsmill.ingest.Sources;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one page from a file, as ingest would. */
public final class PageFile {
    private PageFile() {}

    /**
     * The page of a file, or why it is none.
     *
     * @param url the URL that the page was fetched from; null for the file's own
     * @throws IOException if the file cannot be read
     */
    public static Outcome<Page> read(String file, @Nullable String url) throws IOException {
        try (Sources sources = Sources.load(IngestOptions.defaults());
                Offers offers = sources.open(List.of(file))) {
            if (!offers.hasNext()) throw new IOException("no page in " + file);
            Offer offer = offers.next();
            if (offer.answer() instanceof Answer.Failed<Page> failed)
                throw new IOException(failed.error().getMessage(), failed.error());
            Outcome<Page> outcome = ((Answer.Of<Page>) offer.answer()).outcome();
            return url != null && outcome instanceof Outcome.Emit<Page> emit
                    ? Outcome.emit(under(url, emit.value()))
                    : outcome;
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A page that came through a pipe. */
    public static Page of(byte[] body, String url) {
        return Page.of(
                url,
                body,
                java.time.Instant.EPOCH,
                Map.of("content-type", looksLikeMarkup(body) ? "text/html" : "text/plain"));
    }

    private static Page under(String url, Page page) {
        Map<String, String> http = new HashMap<>(page.http());
        return Page.of(url, page.body(), page.fetchedAt(), http);
    }

    private static boolean looksLikeMarkup(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 1024); i++) {
            if (body[i] == '<') return true;
        }
        return false;
    }
}
