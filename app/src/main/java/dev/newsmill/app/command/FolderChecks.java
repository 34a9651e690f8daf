package dev.newsmill.app.command;

import dev.newsmill.app.broker.DataDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks of the data directory. They change nothing in it. */
final class FolderChecks {
    private static final long SCARCE_DISK = 2_000_000_000L;
    private static final long NO_DISK = 200_000_000L;

    private final DataDirectory data;

    FolderChecks(DataDirectory data) {
        this.data = data;
    }

    List<Diagnosis> run() {
        Path path = data.path();
        if (!Files.exists(path)) return List.of(missing(path));
        if (!Files.isDirectory(path)) {
            return List.of(Diagnosis.fail("data", path + " is no folder", "Give a folder: --data DIR"));
        }
        List<Diagnosis> found = new ArrayList<>();
        found.add(
                Files.isWritable(path)
                        ? Diagnosis.ok("data", path.toString())
                        : Diagnosis.fail(
                                "data", path + " cannot be written", "Let this user write to it: chown, chmod"));
        found.add(disk(path));
        found.add(format(path));
        found.add(lock(path));
        return found;
    }

    private static Diagnosis missing(Path path) {
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent)) parent = parent.getParent();
        return parent != null && Files.isWritable(parent)
                ? Diagnosis.ok("data", path + " does not exist yet: newsmill run makes it")
                : Diagnosis.fail("data", path + " cannot be made", "Give a folder that can: --data DIR");
    }

    private static Diagnosis disk(Path path) {
        try {
            return disk(Files.getFileStore(path).getUsableSpace());
        } catch (IOException e) {
            return Diagnosis.warn("disk", "free space unknown: " + e.getMessage(), "See df " + path);
        }
    }

    static Diagnosis disk(long free) {
        String finding = Measures.bytes(free) + " free";
        if (free < NO_DISK) return Diagnosis.fail("disk", finding, "Make room: Kafka stops when the disk is full.");
        return free < SCARCE_DISK
                ? Diagnosis.warn("disk", finding, "Make room: pages are kept for 30 days.")
                : Diagnosis.ok("disk", finding);
    }

    private static Diagnosis format(Path path) {
        try {
            return format(Files.readString(path.resolve("format")).strip());
        } catch (NoSuchFileException e) {
            return Diagnosis.ok("format", "the folder is new");
        } catch (IOException e) {
            return Diagnosis.fail("format", path.resolve("format") + ": " + e.getMessage(), "Check its permissions.");
        }
    }

    static Diagnosis format(String text) {
        return text.equals("1")
                ? Diagnosis.ok("format", text)
                : Diagnosis.fail(
                        "format",
                        "'" + text + "', this version knows 1",
                        "Run the newer Newsmill that wrote it, or give another --data DIR.");
    }

    private Diagnosis lock(Path path) {
        Optional<DataDirectory.Address> mill = data.running();
        Boolean held = isHeld(path.resolve("lock"));
        if (held == null) return Diagnosis.warn("lock", "it cannot be tried", "Check the permissions of " + path);
        if (held && mill.isEmpty()) {
            return Diagnosis.warn(
                    "lock", "a process has the folder, and says nowhere where it is", "It starts or stops: try again.");
        }
        if (!held && mill.isPresent()) {
            return Diagnosis.warn(
                    "lock",
                    "mill.json names process " + mill.get().pid() + ", which has not locked the folder",
                    "It is of a mill that was killed: newsmill run replaces it.");
        }
        return Diagnosis.ok("lock", mill.map(m -> "held by process " + m.pid()).orElse("free"));
    }

    private static @Nullable Boolean isHeld(Path file) {
        if (!Files.exists(file)) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return null;
        }
    }
}
