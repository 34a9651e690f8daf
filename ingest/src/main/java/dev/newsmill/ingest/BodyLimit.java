package dev.newsmill.ingest;

import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The largest body that is taken, counted after unpacking, so that a gzip bomb ends at the limit too. */
record BodyLimit(int bytes) {

    boolean isPassedBy(long size) {
        return size > bytes;
    }

    /** All of {@code in}, or one byte more than the limit where it has more. */
    byte[] read(InputStream in) throws IOException {
        return in.readNBytes(bytes + 1);
    }

    Outcome<Page> drop(long size) {
        return Outcome.drop("too-large", String.format(Locale.ROOT, "%,d bytes, limit %,d", size, bytes));
    }

    /** For a body that was cut, so that nobody knows its size. */
    Outcome<Page> drop() {
        return Outcome.drop("too-large", String.format(Locale.ROOT, "more than %,d bytes, the limit", bytes));
    }
}
