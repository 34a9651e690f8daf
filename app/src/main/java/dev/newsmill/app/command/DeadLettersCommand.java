package dev.newsmill.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill dead-letters}: the records that no stage could process. */
@Command(
        name = "dead-letters",
        description = "Records that a stage could not process: they wait here, with their cause, and nothing is lost.",
        header = {
            "Examples:",
            "  newsmill dead-letters list --group-by reason,host",
            "  newsmill dead-letters show pages-0@182",
            "  newsmill dead-letters retry --reason MalformedRecordException",
            ""
        },
        subcommands = {
            DeadLettersListCommand.class,
            DeadLettersShowCommand.class,
            DeadLettersRetryCommand.class,
            DeadLettersDiscardCommand.class,
            DeadLettersExportCommand.class
        })
final class DeadLettersCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Override
    public Integer call() throws InterruptedException {
        return new DeadLettersListCommand().list(newsmill());
    }

    Newsmill newsmill() {
        return Objects.requireNonNull(root);
    }
}
