package dev.newsmill.ingest;

import dev.newsmill.message.Page;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the page that a file holds. */
final class FilePage {
    private final BodyLimit limit;

    FilePage(IngestOptions options) {
        this.limit = new BodyLimit(options.maxBodyBytes());
    }

    /** The page under the {@code file:} URL of its absolute path. */
    Offer offer(Path file) {
        return offer(file, url(file));
    }

    /** The page under a URL that someone knows it by. */
    Offer offer(Path file, String url) {
        try {
            return new Offer(file.toString(), new Answer.Of<>(read(file, url)));
        } catch (IOException e) {
            return new Offer(file.toString(), new Answer.Failed<>(unreadable(file, e)));
        }
    }

    static String url(Path file) {
        return file.toAbsolutePath().normalize().toUri().toString();
    }

    private Outcome<Page> read(Path file, String url) throws IOException {
        PageKind kind = PageKind.of(file);
        if (kind == null) return Outcome.drop("not-a-page", "ends in none of .html .htm .xhtml .txt, plain or .gz");
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        if (!facts.isRegularFile()) return Outcome.drop("not-a-page", "not a regular file");
        if (facts.size() == 0) return Outcome.drop("empty");
        if (limit.isPassedBy(facts.size())) return limit.drop(facts.size());
        byte[] body = body(file);
        if (limit.isPassedBy(body.length)) return limit.drop();
        if (body.length == 0) return Outcome.drop("empty");
        return Outcome.emit(
                Page.of(url, body, facts.lastModifiedTime().toInstant(), Map.of("content-type", kind.mediaType())));
    }

    private byte[] body(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = PageKind.isGzip(file) ? new GZIPInputStream(raw) : raw) {
            return limit.read(in);
        }
    }

    private static IOException unreadable(Path file, IOException e) {
        String why = e instanceof NoSuchFileException
                ? "no such file"
                : e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new IOException("cannot read " + file + ": " + why, e);
    }
}
