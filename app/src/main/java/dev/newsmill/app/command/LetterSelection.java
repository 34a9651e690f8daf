package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.replay.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is about: those that all of its options fit. */
final class LetterSelection {
    @Parameters(paramLabel = "LETTER", description = "ID, URL or coordinates of page, record or letter")
    List<String> wanted = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "ERROR", description = "class of the error, as list shows it")
    @Nullable
    String reason;

    @Option(names = "--host", paramLabel = "GLOB", description = "of the page: '*.example.org'")
    @Nullable
    String host;

    @Option(names = "--stage", paramLabel = "STAGE", description = "the one that failed")
    @Nullable
    String stage;

    @Option(names = "--limit", paramLabel = "N", description = "the oldest N of them")
    @Nullable
    Integer limit;

    @Option(names = "--all", description = "all that are open")
    boolean all;

    /**
     * The open letters that are meant, oldest first.
     *
     * @throws CommandException with exit code 2 if nothing was selected, 5 if there are none
     */
    List<DeadLetter> of(List<DeadLetter> oldestFirst, String topicPrefix) {
        check();
        List<DeadLetter> meant = oldestFirst.stream()
                .filter(DeadLetter::isOpen)
                .filter(isWanted(topicPrefix))
                .filter(fits())
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .toList();
        if (!meant.isEmpty()) return meant;
        throw CommandException.notFound(
                "no open dead letter is like that", "All: newsmill dead-letters list   closed: list --closed");
    }

    private void check() {
        boolean some = !wanted.isEmpty() || reason != null || host != null || stage != null;
        if (some == all) {
            throw CommandException.usage(
                    all ? "--all and a selection" : "no dead letter is selected",
                    "Name some, or give --reason, --host, --stage; or --all.");
        }
        if (limit != null && limit < 1) throw CommandException.usage("--limit " + limit, "Give a number from 1 on.");
    }

    private Predicate<DeadLetter> isWanted(String topicPrefix) {
        List<String> names = new ArrayList<>(wanted);
        wanted.forEach(name -> names.add(PageReceipts.url(name)));
        return letter -> names.isEmpty() || names.stream().anyMatch(name -> letter.isMeantBy(name, topicPrefix));
    }

    private Predicate<DeadLetter> fits() {
        Pattern hosts = host == null ? null : Glob.pattern(host);
        return letter -> (reason == null || reason.equalsIgnoreCase(letter.reason()))
                && (stage == null || stage.equals(letter.stage()))
                && (hosts == null || hosts.matcher(letter.host()).matches());
    }
}
