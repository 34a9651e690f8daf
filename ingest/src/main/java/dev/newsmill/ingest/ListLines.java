package dev.newsmill.ingest;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a list that are no comments, in UTF-8, trimmed. Holds one line at a time, and of a long one its head. */
final class ListLines implements Closeable {
    /** What browsers and servers still take as a URL. */
    static final int MAX_LINE = 8192;

    private final BufferedReader in;
    private int number;

    /** @param cut whether the line goes on after {@code text} */
    record Line(int number, String text, boolean cut) {}

    ListLines(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next line that says something; null at the end. */
    @Nullable
    Line next() throws IOException {
        for (String text = read(); text != null; text = read()) {
            String said = text.strip();
            if (!said.isEmpty() && !said.startsWith("#")) {
                return new Line(number, said, text.length() > MAX_LINE);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable String read() throws IOException {
        int c = in.read();
        if (c < 0) return null;
        number++;
        StringBuilder line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            boolean byteOrderMark = c == '\uFEFF' && number == 1 && line.isEmpty();
            if (line.length() <= MAX_LINE && !byteOrderMark) line.append((char) c);
        }
        return line.toString();
    }
}
