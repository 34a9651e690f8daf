package dev.newsmill.app.broker;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.message.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that a mill on one machine keeps everything in: Kafka's log, the archive, the outlets' files. A running
 * mill holds its lock and leaves in {@code mill.json} where it can be reached.
 */
public final class DataDirectory {
    /** Grows when an older Newsmill could not read the folder any more. */
    static final int FORMAT = 1;

    private final Path path;

    /** How other processes reach the mill that runs on a data directory. */
    public record Address(long pid, String bootstrap, Instant started, String version, String archive) {}

    public DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    public Path archive() {
        return path.resolve("newsmill.db");
    }

    public Path out() {
        return path.resolve("out");
    }

    public Path state() {
        return path.resolve("state");
    }

    /**
     * Takes the folder for this process, and makes it if there is none.
     *
     * @return what gives it back
     * @throws CommandException if another process has it, or a newer Newsmill wrote it
     */
    public AutoCloseable lock() {
        try {
            Files.createDirectories(path);
            checkFormat();
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw CommandException.failed(
                        inUse(),
                        "Use that mill (newsmill add, status, tail …), stop it, or give"
                                + " this one another folder with --data DIR.");
            }
            Files.writeString(path.resolve("format"), FORMAT + "\n");
            return channel;
        } catch (IOException e) {
            throw CommandException.failed(
                    "cannot use the data directory " + path + ": " + e.getMessage(),
                    "Give a folder that this user can write to: --data DIR.");
        }
    }

    /** Tells other processes where the mill is. */
    public void announce(Address address) {
        write(path.resolve("mill.json"), address);
    }

    /** Takes the announcement back. */
    public void retire() {
        try {
            Files.deleteIfExists(path.resolve("mill.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the mill on this folder is; empty if none runs. */
    public Optional<Address> running() {
        try {
            Address address = Json.shared().readValue(path.resolve("mill.json").toFile(), Address.class);
            boolean alive = ProcessHandle.of(address.pid()).isPresent();
            return alive ? Optional.of(address) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private String inUse() {
        return "the data directory " + path + " is in use"
                + running()
                        .map(a -> " by a mill that runs as process " + a.pid())
                        .orElse("");
    }

    private void checkFormat() throws IOException {
        String text;
        try {
            text = Files.readString(path.resolve("format")).strip();
        } catch (NoSuchFileException e) {
            return;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > FORMAT) {
            throw CommandException.failed(
                    "the data directory " + path + " was written by a newer Newsmill (format " + text
                            + ", this one knows " + FORMAT + ")",
                    "Run that version, or give this one another folder with --data DIR.");
        }
    }

    private static void write(Path file, Object value) {
        try {
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            Files.write(
                    temporary, Json.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
