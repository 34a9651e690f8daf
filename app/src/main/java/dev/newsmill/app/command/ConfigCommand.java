package dev.newsmill.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill config}: the settings. */
@Command(
        name = "config",
        description = {
            "The settings. Stronger first: flags, NEWSMILL_* of the environment, ./newsmill.yaml,"
                    + " ~/.config/newsmill/newsmill.yaml, /etc/newsmill/newsmill.yaml, defaults."
        },
        header = {
            "Examples:",
            "  newsmill config show                 each setting, and where it comes from",
            "  newsmill config lint                 whether the files are right",
            "  newsmill config lint --config mine.yaml",
            ""
        },
        subcommands = {ConfigShowCommand.class, ConfigLintCommand.class})
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Override
    public Integer call() {
        return ConfigShowCommand.show(newsmill());
    }

    Newsmill newsmill() {
        return Objects.requireNonNull(root);
    }
}
