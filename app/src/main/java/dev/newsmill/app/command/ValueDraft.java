package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.runtime.DeadLetterTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The value of a dead letter in a file, to be edited. */
record ValueDraft(Path file) {
    private static final String FALLBACK = "vi";

    static ValueDraft of(Path file) {
        if (Files.isRegularFile(file)) return new ValueDraft(file);
        throw CommandException.usage("there is no file " + file, "Give --value a file.");
    }

    /** A copy of the letter's value in a new file that only this user can read. */
    static ValueDraft of(Connection connection, Admin admin, DeadLetter letter) {
        List<byte @Nullable []> values = new ArrayList<>();
        new DeadLetterTopic(connection.kafka(), connection.topics(), admin, letter.stage())
                .read(
                        List.of(letter.origin()),
                        found -> values.add(found.record().value()));
        byte[] value = values.isEmpty() ? null : values.get(0);
        try {
            Path file = Files.createTempFile("newsmill-letter-", ".txt");
            return new ValueDraft(Files.write(file, value == null ? new byte[0] : value));
        } catch (IOException e) {
            throw CommandException.failed("no room for a draft: " + e.getMessage(), "Make room in the temp folder.", e);
        }
    }

    /** This draft after the user's editor. */
    ValueDraft edited() {
        String editor = editor(System.getenv());
        try {
            // through the shell, since people put options into $EDITOR
            int code = new ProcessBuilder("/bin/sh", "-c", editor + " \"$1\"", "sh", file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code == 0) return this;
            throw CommandException.failed("the editor '" + editor + "' ended with " + code, "Set EDITOR, or --value.");
        } catch (IOException e) {
            throw CommandException.failed("no editor: " + e.getMessage(), "Give the new value with --value FILE.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.failed("interrupted in the editor", "");
        }
    }

    static String editor(Map<String, String> environment) {
        String visual = environment.getOrDefault("VISUAL", "");
        return visual.isBlank() ? environment.getOrDefault("EDITOR", FALLBACK) : visual;
    }

    byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandException.failed("cannot read " + file + ": " + e.getMessage(), "Give another --value.", e);
        }
    }
}
