package dev.newsmill.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds and overwrites the lines of articles in a file of publications. A line is told by its beginning,
 * {@code {"id":"…","revision":}. Its end is overwritten first, so that a crash leaves a line that is found again.
 */
final class WithdrawnLines {
    private static final int BUFFER = 1 << 16;
    private static final String REVISION = ",\"revision\":";

    private WithdrawnLines() {}

    /** The line that says that an article was taken down. */
    static byte[] line(String article) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", article);
        line.put("change", "withdrawn");
        return json(line);
    }

    /** Puts {@link #line} and blanks in the place of each line of these articles. */
    static void overwrite(FileChannel file, Collection<String> articles) throws IOException {
        for (String article : articles) {
            List<Line> lines = find(file, article);
            int head = beginning(article).length;
            for (Line line : lines) write(file, line.at + head, blanks(line.length - head));
            file.force(false);
            for (Line line : lines) write(file, line.at, padded(article, line));
            file.force(false);
        }
    }

    /** How many publications of an article are in the file. */
    static long count(FileChannel file, String article) throws IOException {
        return find(file, article).size();
    }

    private static byte[] padded(String article, Line line) {
        byte[] padded = blanks(line.length);
        byte[] text = line(article);
        System.arraycopy(text, 0, padded, 0, Math.min(text.length, padded.length));
        return padded;
    }

    private static byte[] blanks(int count) {
        byte[] blanks = new byte[count];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static void write(FileChannel file, long at, byte[] text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) file.write(bytes, at + bytes.position());
    }

    /** A line of a file, without its end. */
    private record Line(long at, int length) {}

    private static List<Line> find(FileChannel file, String article) throws IOException {
        Scan scan = new Scan(beginning(article));
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; file.read(buffer, at) > 0; buffer.clear()) {
            buffer.flip();
            at += buffer.remaining();
            while (buffer.hasRemaining()) scan.next(buffer.get());
        }
        return scan.found;
    }

    private static byte[] beginning(String article) {
        String id = new String(json(article), StandardCharsets.UTF_8);
        return ("{\"id\":" + id + REVISION).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Object value) {
        try {
            return Json.shared().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an id that is no JSON", e);
        }
    }

    /** Goes over a file byte by byte. */
    private static final class Scan {
        private final byte[] beginning;
        private final List<Line> found = new ArrayList<>();
        private long at;
        private long lineAt;
        private boolean matches = true;

        Scan(byte[] beginning) {
            this.beginning = beginning;
        }

        void next(byte b) {
            long index = at++ - lineAt;
            if (b == '\n') {
                if (matches && index >= beginning.length) found.add(new Line(lineAt, (int) index));
                lineAt = at;
                matches = true;
            } else if (index < beginning.length) {
                matches &= b == beginning[(int) index];
            }
        }
    }
}
