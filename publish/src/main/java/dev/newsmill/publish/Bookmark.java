package dev.newsmill.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Json;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far an outlet is with its file.
 *
 * @param length bytes of the file that are good
 * @param next per partition of the published topic the next offset that it wants
 */
record Bookmark(long length, Map<Integer, Long> next) {
    static final Bookmark START = new Bookmark(0, Map.of());

    Bookmark {
        next = Map.copyOf(next);
    }

    static Bookmark read(Path file) throws IOException {
        try {
            return Json.shared().readValue(Files.readAllBytes(file), Bookmark.class);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " is damaged. Move it and the file beside it away, to have all articles written again.", e);
        }
    }

    /** After a crash at any point the file holds this bookmark or the one before. */
    void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(Json.shared().writeValueAsBytes(this));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file.toAbsolutePath().getParent());
    }

    /** Makes a rename durable, where the system lets a directory be synced. */
    private static void sync(@Nullable Path directory) throws IOException {
        if (directory == null || File.separatorChar == '\\') return;
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** This bookmark, further on. */
    Bookmark at(long newLength, Map<Integer, Long> further) {
        Map<Integer, Long> merged = new TreeMap<>(next);
        merged.putAll(further);
        return new Bookmark(newLength, merged);
    }
}
