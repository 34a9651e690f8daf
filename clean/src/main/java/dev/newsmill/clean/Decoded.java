package dev.newsmill.clean;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/**
 * A page's text, not yet decoded: a page is long, and the parser reads it once, piece by piece.
 *
 * @param bytes the page
 * @param from where its text begins, after the byte order mark
 * @param to where it ends
 * @param charset the encoding of the text
 * @param source what named the encoding: {@code bom}, {@code http}, {@code meta}, {@code content} or {@code language}
 */
@SuppressWarnings("ArrayRecordComponent") // a page is read in place, and never compared
record Decoded(byte[] bytes, int from, int to, Charset charset, String source) {
    String text() {
        return new String(bytes, from, to - from, charset);
    }

    /** What stands in the first {@code most} bytes. */
    String head(int most) {
        return new String(bytes, from, Math.min(most, to - from), charset);
    }

    Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes, from, to - from), charset);
    }

    boolean isBlank() {
        try (Reader reader = reader()) {
            int c = reader.read();
            while (c >= 0 && Character.isWhitespace(c)) c = reader.read();
            return c < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read bytes in memory", e);
        }
    }
}
