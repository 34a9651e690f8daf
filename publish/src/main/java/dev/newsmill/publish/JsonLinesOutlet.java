package dev.newsmill.publish;

import dev.newsmill.message.Json;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Outlet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a file, and remembers beside it how long the file was when all of a batch was in it. What a crash leaves
 * beyond that is cut off when the file is opened again, and delivered again.
 *
 * <p>Of an article that was taken down, each line is overwritten where it stands, so that all others keep their places
 * for those who follow the file; a line at the end says that it is withdrawn.
 */
final class JsonLinesOutlet implements Outlet {
    static final String FILE = "articles.jsonl";
    static final String BOOKMARK = FILE + ".position";
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final Path bookmarkFile;
    private Bookmark bookmark;

    private JsonLinesOutlet(FileChannel channel, Path bookmarkFile, Bookmark bookmark) {
        this.channel = channel;
        this.bookmarkFile = bookmarkFile;
        this.bookmark = bookmark;
    }

    static JsonLinesOutlet open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            Bookmark bookmark = bookmark(file, channel.size());
            channel.truncate(bookmark.length());
            return new JsonLinesOutlet(channel, directory.resolve(BOOKMARK), bookmark);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The lock goes with the channel, or with the process. */
    private static void lock(FileChannel channel, Path file) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) throw inUse(file, null);
        } catch (OverlappingFileLockException e) {
            throw inUse(file, e);
        }
    }

    private static IOException inUse(Path file, @Nullable Throwable cause) {
        return new IOException(
                file + " is in use by another Newsmill. End that one, or write into another directory.", cause);
    }

    private static Bookmark bookmark(Path file, long size) throws IOException {
        Path bookmarkFile = file.resolveSibling(BOOKMARK);
        if (!Files.exists(bookmarkFile)) return first(file, bookmarkFile, size);
        Bookmark bookmark = Bookmark.read(bookmarkFile);
        if (size < bookmark.length()) {
            throw new IOException(file + " has " + size + " bytes, but had " + bookmark.length()
                    + ". Put it back, or move " + bookmarkFile
                    + " and what is left of the file away, to have all articles written again.");
        }
        return bookmark;
    }

    /** Before anything is in the file, so that what is in it is never taken for somebody else's. */
    private static Bookmark first(Path file, Path bookmarkFile, long size) throws IOException {
        if (size > 0) {
            throw new IOException(file + " was not written by this outlet: there is no " + bookmarkFile.getFileName()
                    + " beside it. Move the file away, or write into another directory.");
        }
        Bookmark.START.write(bookmarkFile);
        return Bookmark.START;
    }

    @Override
    public Map<Integer, Long> positions() {
        return bookmark.next();
    }

    @Override
    public void deliver(List<Publication> publications, Set<String> withdrawn, Map<Integer, Long> next)
            throws IOException {
        channel.truncate(bookmark.length()); // what a failed call left
        if (!withdrawn.isEmpty()) WithdrawnLines.overwrite(channel, withdrawn);
        channel.position(bookmark.length());
        if (!publications.isEmpty() || !withdrawn.isEmpty()) append(publications, withdrawn);
        Bookmark further = bookmark.at(channel.position(), next);
        further.write(bookmarkFile);
        bookmark = further;
    }

    private void append(List<Publication> publications, Set<String> withdrawn) throws IOException {
        OutputStream lines = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        for (String article : withdrawn.stream().sorted().toList()) {
            lines.write(WithdrawnLines.line(article));
            lines.write('\n');
        }
        for (Publication publication : publications) {
            lines.write(Json.shared().writeValueAsBytes(publication));
            lines.write('\n');
        }
        lines.flush();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
