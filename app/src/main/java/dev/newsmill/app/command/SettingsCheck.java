package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.stage.OutletProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** Tries each setting as the command that uses it would. */
final class SettingsCheck {
    private SettingsCheck() {}

    /** What is wrong, and how to put it right. */
    record Problem(String cause, String fix) {
        static Problem of(CommandException e) {
            return new Problem(String.valueOf(e.getMessage()), e.fix());
        }
    }

    static List<Problem> problems(Settings settings) {
        List<Problem> problems = new ArrayList<>();
        attempt(() -> settings.number(Setting.PARTITIONS, 1, 1000), problems);
        attempt(() -> settings.number(Setting.REPLICAS, 1, 100), problems);
        attempt(() -> settings.number(Setting.THREADS, 0, 256), problems);
        attempt(() -> settings.number(Setting.RECORD_LIMIT, 1, 3600), problems);
        attempt(() -> settings.number(Setting.MAX_PAGE_BYTES, 1, 15 << 20), problems);
        attempt(() -> settings.isOn(Setting.ALLOW_PRIVATE), problems);
        attempt(() -> Connection.topics(settings), problems);
        file(settings, Setting.ARCHIVE_PASSWORD_FILE, problems);
        file(settings, Setting.KAFKA_PROPERTIES, problems);
        outlets(settings, problems);
        return problems;
    }

    private static void attempt(Runnable use, List<Problem> problems) {
        try {
            use.run();
        } catch (CommandException e) {
            problems.add(Problem.of(e));
        }
    }

    private static void file(Settings settings, Setting setting, List<Problem> problems) {
        settings.given(setting).filter(f -> !Files.isReadable(Path.of(f))).ifPresent(f -> {
            String source = settings.resolved(setting).source();
            problems.add(new Problem(
                    setting.key() + " is '" + f + "' (" + source + "), which cannot be read",
                    "Name a file that this user can read."));
        });
    }

    private static void outlets(Settings settings, List<Problem> problems) {
        Set<String> known = new TreeSet<>();
        ServiceLoader.load(OutletProvider.class, SettingsCheck.class.getClassLoader())
                .forEach(provider -> known.add(provider.name()));
        Arrays.stream(settings.get(Setting.OUTLETS).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .forEach(name -> problems.add(new Problem(
                        "there is no outlet '" + name + "' ("
                                + settings.resolved(Setting.OUTLETS).source() + ")",
                        "Outlets: " + String.join(", ", known) + ".")));
    }
}
