package dev.newsmill.ingest;

import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;

/**
 * What a user can say about reading pages.
 *
 * @param maxBodyBytes a longer page is dropped; it counts what was unpacked
 * @param clock dates the pages of the web
 * @param stdin the list that the input {@code -} stands for, in UTF-8. Read at most once, never closed
 * @param folders how far a folder is walked
 * @param web how the web is fetched
 */
public record IngestOptions(int maxBodyBytes, Clock clock, InputStream stdin, FolderOptions folders, WebOptions web) {

    /** Ten mebibytes: three times the largest news pages in common corpora. */
    public static final int DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;

    public IngestOptions {
        if (maxBodyBytes < 1 || maxBodyBytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("largest page must be 1 to 2,147,483,646 bytes: " + maxBodyBytes);
        }
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(stdin, "stdin");
        Objects.requireNonNull(folders, "folders");
        Objects.requireNonNull(web, "web");
    }

    /** Pages up to 10 MiB, the system's clock, an empty stdin, and the defaults of folders and web. */
    public static IngestOptions defaults() {
        return new IngestOptions(
                DEFAULT_MAX_BODY_BYTES,
                Clock.systemUTC(),
                InputStream.nullInputStream(),
                FolderOptions.defaults(),
                WebOptions.defaults());
    }

    public IngestOptions withMaxBodyBytes(int bytes) {
        return new IngestOptions(bytes, clock, stdin, folders, web);
    }

    public IngestOptions withClock(Clock other) {
        return new IngestOptions(maxBodyBytes, other, stdin, folders, web);
    }

    public IngestOptions withStdin(InputStream other) {
        return new IngestOptions(maxBodyBytes, clock, other, folders, web);
    }

    public IngestOptions withFolders(FolderOptions other) {
        return new IngestOptions(maxBodyBytes, clock, stdin, other, web);
    }

    public IngestOptions withWeb(WebOptions other) {
        return new IngestOptions(maxBodyBytes, clock, stdin, folders, other);
    }
}
