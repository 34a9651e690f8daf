package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.publish.ArchiveException;
import java.io.PrintWriter;
import java.util.Arrays;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Parses a command line, runs the command, and turns what it throws into a message and an exit code. */
public final class Shell {
    private Shell() {}

    public static int run(Newsmill root, PrintWriter out, PrintWriter err, String... args) {
        boolean debug = Arrays.asList(args).contains("--debug");
        CommandLine line = line(root).setOut(out).setErr(err);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (debug) e.printStackTrace(err);
            return explain(root.console(), e);
        });
        return line.execute(args);
    }

    static CommandLine line(Newsmill root) {
        CommandLine line = new CommandLine(root)
                .setUsageHelpWidth(80)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(Shell::misused);
        HelpLayout.apply(line);
        return line;
    }

    private static int misused(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("error: " + Console.clean(String.valueOf(e.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    private static int explain(Console console, Exception e) {
        if (e instanceof CommandException told) {
            console.complain(String.valueOf(told.getMessage()), told.fix());
            return told.exitCode();
        }
        if (e instanceof ArchiveException) {
            String[] told = String.valueOf(e.getMessage()).split("(?<=\\.) ", 2);
            console.complain(told[0], told.length > 1 ? Console.clean(told[1]) : "More: --debug");
            return ExitCode.FAILED;
        }
        if (e instanceof InterruptedException) return ExitCode.INTERRUPTED;
        if (isKafka(e)) {
            boolean silent = e instanceof TimeoutException;
            console.complain(
                    (silent ? "no answer from Kafka: " : "Kafka: ") + e.getMessage(),
                    silent ? "Is it running? Check --bootstrap, or start one here: newsmill run" : "More: --debug");
            return ExitCode.UNREACHABLE;
        }
        if (e instanceof ArchiveException) {
            console.complain(String.valueOf(e.getMessage()), "");
            return ExitCode.FAILED;
        }
        console.complain(e.toString(), "That is a bug in newsmill. --debug shows where; please report it.");
        return ExitCode.FAILED;
    }

    /** Commands without Kafka must not load it to explain their errors. */
    private static boolean isKafka(Exception e) {
        return e.getClass().getName().startsWith("org.apache.kafka.") && e instanceof KafkaException;
    }
}
