package dev.newsmill.ingest;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads an input as a path of this machine: {@code a/b.html} or {@code file:///a/b.html}. */
final class LocalPath {
    private LocalPath() {}

    /** The path; null where {@code input} cannot be one, or where nothing is there. */
    static @Nullable Path existing(String input) {
        Path path = parse(input);
        return path != null && Files.exists(path) ? path : null;
    }

    /** The path of an input that was claimed as one. */
    static Path of(String input) {
        Path path = parse(input);
        if (path == null) throw new IllegalArgumentException("not a path: '" + input + "'");
        return path;
    }

    private static @Nullable Path parse(String input) {
        if (input.isEmpty()) return null;
        try {
            return input.startsWith("file:") ? Path.of(URI.create(input)) : Path.of(input);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
