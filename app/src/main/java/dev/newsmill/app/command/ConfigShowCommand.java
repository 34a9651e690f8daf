package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill config show}. */
@Command(
        name = "show",
        description = "Each setting, its value and where it comes from. Files that hold secrets are not read.",
        header = {"Examples:", "  newsmill config show", "  newsmill config show --json", ""})
final class ConfigShowCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    ConfigCommand parent;

    private record Row(String key, String value, String source, String meaning) {}

    private record Shown(String schema, List<Row> settings) {}

    @Override
    public Integer call() {
        return show(Objects.requireNonNull(parent).newsmill());
    }

    static int show(Newsmill newsmill) {
        print(newsmill.console(), newsmill.settings(Map.of()));
        return ExitCode.DONE;
    }

    static void print(Console console, Settings settings) {
        List<Row> rows = Arrays.stream(Setting.values())
                .map(setting -> {
                    Settings.Resolved resolved = settings.resolved(setting);
                    return new Row(setting.key(), masked(resolved.value()), resolved.source(), setting.meaning());
                })
                .toList();
        if (console.json()) {
            console.printJson(new Shown("newsmill.config/1", rows));
            return;
        }
        Table table = new Table("SETTING", "VALUE", "FROM", "MEANING");
        rows.forEach(
                row -> table.row(row.key, row.value.isEmpty() ? Measures.NONE : row.value, row.source, row.meaning));
        table.print(console);
    }

    /** A JDBC URL may hold a password. */
    static String masked(String value) {
        return value.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("(//[^/@:]*:)[^/@]*@", "$1***@");
    }
}
