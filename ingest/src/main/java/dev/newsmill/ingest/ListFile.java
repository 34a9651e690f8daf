package dev.newsmill.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a list of inputs from a page: {@code .list} and {@code .urls} by name, {@code .txt} by its first lines. */
final class ListFile {
    private static final int LINES = 20;
    private static final int BYTES = 2 * LINES * ListLines.MAX_LINE;

    private ListFile() {}

    static boolean looksLike(Path file) {
        if (!Files.isRegularFile(file)) return false;
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".list") || name.endsWith(".urls")) return true;
        return name.endsWith(".txt") && allInputs(file);
    }

    /** Whether the first lines are all URLs or paths of something; an unreadable file is left to whoever opens it. */
    private static boolean allInputs(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return allInputs(in.readNBytes(BYTES), file.toAbsolutePath().getParent());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean allInputs(byte[] head, @Nullable Path folder) throws IOException {
        ListLines lines = new ListLines(new ByteArrayInputStream(head));
        int seen = 0;
        for (ListLines.Line line = lines.next(); line != null && seen < LINES; line = lines.next()) {
            if (!ListLine.of(line.text(), folder).isInput()) return false;
            seen++;
        }
        return seen > 0;
    }
}
