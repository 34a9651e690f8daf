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
    private static final int WIDE = 120;

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
        boolean narrow = console.columns() > 0 && console.columns() < WIDE;
        Table table = narrow
                ? new Table("SETTING", "VALUE", "FROM").flexible(1)
                : new Table("SETTING", "VALUE", "FROM", "MEANING");
        for (Row row : rows) {
            String value = row.value.isEmpty() ? Measures.NONE : row.value;
            if (narrow) table.row(row.key, value, row.source);
            else table.row(row.key, value, row.source, row.meaning);
        }
        table.print(console);
        if (narrow) console.say("What each means: a wider terminal, or --json");
    }

    /** A JDBC URL may hold a password. */
    static String masked(String value) {
        return value.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("(//[^/@:]*:)[^/@]*@", "$1***@");
    }
}
