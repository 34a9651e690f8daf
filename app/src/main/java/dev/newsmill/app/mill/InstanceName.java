package dev.newsmill.app.mill;

import dev.newsmill.app.console.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The name of an instance of a stage: the same after a restart, another one for each that runs at the same time. It is
 * held by a lock file for as long as this is open.
 */
public final class InstanceName implements AutoCloseable {
    private static final int MOST = 1000;

    private final String value;
    private final FileChannel lock;

    private InstanceName(String value, FileChannel lock) {
        this.value = value;
        this.lock = lock;
    }

    /**
     * Claims a name.
     *
     * @param wanted the name; null for the host's name and the first free number
     * @throws CommandException if the wanted name is taken by a running process
     */
    public static InstanceName claim(Path state, String stage, @Nullable String wanted) {
        try {
            Files.createDirectories(state);
            if (wanted != null) {
                InstanceName only = attempt(state, stage, wanted);
                if (only != null) return only;
                throw CommandException.failed(
                        "an instance of " + stage + " named " + wanted + " runs already",
                        "Give --instance another name.");
            }
            for (int i = 1; i <= MOST; i++) {
                InstanceName free = attempt(state, stage, host() + "-" + i);
                if (free != null) return free;
            }
            throw CommandException.failed(
                    MOST + " instances of " + stage + " run here already", "Give --instance a name.");
        } catch (IOException e) {
            throw CommandException.failed(
                    "cannot write to " + state + ": " + e.getMessage(),
                    "Give a folder that this user can write to: --data DIR.");
        }
    }

    public String value() {
        return value;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable InstanceName attempt(Path state, String stage, String name) throws IOException {
        FileChannel channel = FileChannel.open(
                state.resolve(stage + "-" + name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return new InstanceName(name, channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
        channel.close();
        return null;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
