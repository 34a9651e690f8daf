package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line: the options that all commands have. */
@Command(
        name = "newsmill",
        description = "Turns raw web pages into published, traceable news on Apache Kafka.",
        header = {
            "Examples:",
            "  newsmill run --once seeds/          process a folder, show what became of it",
            "  newsmill run                        a mill on this machine, until Ctrl-C",
            "  newsmill add https://example.org/a  feed it (from another terminal)",
            "  newsmill trace https://example.org/a",
            "  newsmill clean page.html            the cleaner alone, as a filter",
            ""
        },
        subcommands = {
            RunCommand.class,
            AddCommand.class,
            StageCommand.class,
            OutletCommand.class,
            CleanCommand.class,
            EnrichCommand.class,
            ExplainCommand.class,
            StatusCommand.class,
            TailCommand.class,
            TraceCommand.class,
            FindCommand.class,
            SimilarCommand.class,
            ShowCommand.class,
            DiffCommand.class,
            WithdrawCommand.class,
            AuditCommand.class,
            ReplayCommand.class,
            ReplaysCommand.class,
            DeadLettersCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        })
public final class Newsmill {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "read settings from here only")
    @Nullable
    Path config;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "the mill's folder (data)")
    @Nullable
    String data;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            scope = ScopeType.INHERIT,
            description = "Kafka to talk to")
    @Nullable
    String bootstrap;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            scope = ScopeType.INHERIT,
            description = "of topics and groups (newsmill.)")
    @Nullable
    String topicPrefix;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "further client properties")
    @Nullable
    String kafkaProperties;

    @Option(
            names = "--archive",
            paramLabel = "WHERE",
            scope = ScopeType.INHERIT,
            description = "SQLite file or jdbc:postgresql:…")
    @Nullable
    String archive;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "machine-readable output")
    boolean json;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "no colours")
    boolean noColor;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "nothing on stderr but errors")
    boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show what happens inside")
    boolean debug;

    private @Nullable Console console;

    Console console() {
        Console made = console;
        if (made == null) {
            CommandSpec known = java.util.Objects.requireNonNull(spec);
            PrintWriter out = known.commandLine().getOut();
            PrintWriter err = known.commandLine().getErr();
            made = new Console(out, err, style());
            console = made;
        }
        return made;
    }

    /** The settings with the flags of the root and {@code more} flags of a command on top. */
    Settings settings(Map<Setting, String> more) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        put(flags, Setting.DATA, data);
        put(flags, Setting.BOOTSTRAP, bootstrap);
        put(flags, Setting.TOPIC_PREFIX, topicPrefix);
        put(flags, Setting.KAFKA_PROPERTIES, kafkaProperties);
        put(flags, Setting.ARCHIVE, archive);
        flags.putAll(more);
        return Settings.resolve(flags, System.getenv(), config);
    }

    static void put(Map<Setting, String> flags, Setting setting, @Nullable Object value) {
        if (value != null) flags.put(setting, value.toString());
    }

    private Console.Style style() {
        boolean terminal = Terminal.isThere();
        String unwanted = System.getenv("NO_COLOR");
        boolean color = terminal && !noColor && !json && (unwanted == null || unwanted.isEmpty());
        int columns = terminal && !json ? Terminal.size().columns() : 0;
        return new Console.Style(json, color, quiet, debug, terminal, columns);
    }
}
