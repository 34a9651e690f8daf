package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill config lint}. */
@Command(
        name = "lint",
        description = "Checks the settings' files and all values. Exit code 3 if something is wrong.",
        header = {"Examples:", "  newsmill config lint", "  newsmill config lint --config mine.yaml", ""})
final class ConfigLintCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    ConfigCommand parent;

    private record Report(String schema, boolean clean, List<SettingsCheck.Problem> problems) {}

    @Override
    public Integer call() {
        Newsmill newsmill = Objects.requireNonNull(parent).newsmill();
        return print(newsmill.console(), problems(newsmill));
    }

    private static List<SettingsCheck.Problem> problems(Newsmill newsmill) {
        Settings settings;
        try {
            settings = newsmill.settings(Map.<Setting, String>of());
        } catch (CommandException e) {
            return List.of(SettingsCheck.Problem.of(e));
        }
        return SettingsCheck.problems(settings);
    }

    static int print(Console console, List<SettingsCheck.Problem> problems) {
        if (console.json()) {
            console.printJson(new Report("newsmill.config-lint/1", problems.isEmpty(), problems));
        } else {
            for (SettingsCheck.Problem problem : problems) {
                console.print(console.red("wrong") + "  " + Console.clean(problem.cause()));
                console.print("       → " + Console.clean(problem.fix()));
            }
            if (problems.isEmpty())
                console.say(console.green("The settings are right.") + " See: newsmill config show");
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.CHECK;
    }
}
