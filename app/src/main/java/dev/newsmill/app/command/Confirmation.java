package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Asks before something is published: the number of revisions must be typed, or given by {@code --confirm}. */
final class Confirmation {
    private Confirmation() {}

    /**
     * Returns if it is confirmed.
     *
     * @param given by a flag; null to ask
     * @throws CommandException with exit code 8 if it is another number, or nobody is there to ask
     */
    static void require(Console console, long revisions, @Nullable Long given) {
        if (given != null) {
            if (given == revisions) return;
            throw CommandException.refused(
                    "--confirm " + given + ", but this publishes " + revisions + " revisions",
                    "Look at them again, then: --confirm " + revisions);
        }
        if (!console.terminal()) {
            throw CommandException.refused(
                    "this publishes " + revisions + " revisions, and nobody confirmed it",
                    "If that is right: --execute --confirm " + revisions);
        }
        console.say("This publishes " + revisions + " revisions. To go on, type the number:");
        if (!typed().equals(Long.toString(revisions))) {
            throw CommandException.refused("not confirmed; nothing was published", "");
        }
    }

    private static String typed() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            String line = in.readLine();
            return line == null ? "" : line.strip().replace(",", "");
        } catch (IOException e) {
            return "";
        }
    }
}
