package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.Withdrawal;
import dev.newsmill.runtime.ArticleRecords.Holding;
import dev.newsmill.runtime.Takedown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill withdraw}: takes an article down. */
@Command(
        name = "withdraw",
        description = {
            "Takes an article out of the archive, its search, the published topic and the outlets. No later fetch and no"
                    + " replay brings it back, until --lift."
        },
        header = {
            "Examples:",
            "  newsmill withdraw 3f9a12 --reason 'court order 7 O 12/24'",
            "  newsmill withdraw 3f9a12 --verify            what is left, and until when",
            "  newsmill withdraw 3f9a12 --delete-records    says how many others go, too",
            "  newsmill withdraw https://example.org/a --lift",
            ""
        })
final class WithdrawCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "ID|URL", description = "id, beginning of one, or URL of the page")
    String wanted = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why; stays with the article's id")
    @Nullable
    String reason;

    @Option(names = "--verify", description = "look for what is left; exit code 3 if it can still be read")
    boolean verify;

    @Option(names = "--delete-records", description = "delete raw records up to the last that holds it")
    boolean delete;

    @Option(names = "--confirm", paramLabel = "N", description = "with --delete-records: that many records may go")
    @Nullable
    Long confirm;

    @Option(names = "--lift", description = "let it come back, with its next fetch or replay")
    boolean lift;

    private record Done(
            String schema,
            String id,
            String state,
            @Nullable String reason) {}

    @Override
    public Integer call() throws InterruptedException {
        check();
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(Map.of());
        try (Archive archive = Archives.open(settings)) {
            if (lift) return lift(newsmill.console(), archive);
            Withdrawal withdrawal = reason == null ? known(archive) : withdraw(archive, reason);
            try (Visit visit = Visit.open(newsmill.console(), settings);
                    var admin = visit.connection().reach()) {
                if (reason != null) {
                    new Published(visit.connection(), admin).awaitDecided(archive.nextOffsets());
                    bury(newsmill.console(), withdrawal, visit.connection());
                }
                if (!verify && !delete) return ExitCode.DONE;
                Remains remains = new Remains(visit.connection(), settings, admin);
                return delete
                        ? delete(newsmill.console(), remains, withdrawal)
                        : verify(newsmill.console(), remains.of(archive, withdrawal));
            }
        }
    }

    private void check() {
        boolean something = reason != null || verify || delete || lift;
        if (!something || (lift && (reason != null || verify || delete)) || (reason != null && reason.isBlank())) {
            throw CommandException.usage(
                    something ? "these do not go together" : "no reason is given",
                    "Give --reason TEXT, or --verify, --delete-records or --lift.");
        }
    }

    private Withdrawal known(Archive archive) {
        Withdrawal withdrawal = archive.withdrawal(PageReceipts.url(wanted));
        if (withdrawal != null && withdrawal.stands()) return withdrawal;
        throw CommandException.notFound(
                "'" + wanted + "' was not withdrawn", "Give the whole id or URL. To withdraw it: --reason TEXT");
    }

    private Withdrawal withdraw(Archive archive, String why) {
        Withdrawal before = archive.withdrawal(PageReceipts.url(wanted));
        if (before != null && before.stands()) return before;
        String id = Archives.one(archive, PageReceipts.url(wanted)).id();
        return Objects.requireNonNull(archive.withdraw(id, why, clock.instant()), id);
    }

    /** Once all that was decided is committed, nothing can come into the topic after the tombstone. */
    private void bury(Console console, Withdrawal withdrawal, Connection connection) throws InterruptedException {
        try (Takedown takedown = new Takedown(connection.kafka(), connection.topics(), clock)) {
            takedown.bury(withdrawal.articleId(), page(withdrawal), withdrawal.at(), withdrawal.reason());
        }
        if (console.json()) {
            if (!verify && !delete) print(console, withdrawal.articleId(), "withdrawn", withdrawal.reason());
            return;
        }
        console.say(withdrawal.articleId() + " is withdrawn: " + Console.clean(withdrawal.reason()));
        console.say("What is left of it: newsmill withdraw " + withdrawal.articleId() + " --verify");
    }

    private static String page(Withdrawal withdrawal) {
        return withdrawal.ids().stream()
                .filter(id -> !id.equals(withdrawal.articleId()))
                .sorted()
                .findFirst()
                .orElse(withdrawal.articleId());
    }

    private int lift(Console console, Archive archive) {
        Withdrawal withdrawal = known(archive);
        archive.lift(withdrawal.articleId(), clock.instant());
        if (console.json()) print(console, withdrawal.articleId(), "lifted", null);
        else console.say(withdrawal.articleId() + " may come back, with the next fetch or replay of its page.");
        return ExitCode.DONE;
    }

    private static void print(Console console, String id, String state, @Nullable String reason) {
        console.printJson(new Done("newsmill.withdraw/1", id, state, reason));
    }

    private static int verify(Console console, Remains.Report report) {
        if (console.json()) console.printJson(report);
        else print(console, report);
        return report.gone() ? ExitCode.DONE : ExitCode.CHECK;
    }

    private static void print(Console console, Remains.Report report) {
        console.print("archive and search    " + left(report.archive(), "row"));
        console.print("published             "
                + (report.buried() ? left(report.published(), "older record") : "published again after its tombstone"));
        report.outlets()
                .forEach((name, count) ->
                        console.print(Console.cut("outlet " + name + " ".repeat(22), 22) + left(count, "line")));
        for (Holding raw : report.raw()) {
            console.print(raw.topic() + "-" + raw.partition() + "  " + Measures.count(raw.count(), "record")
                    + ", kept until " + until(raw.until()));
        }
        console.say(
                report.gone()
                        ? console.green("Nothing of it can be read in what is published.")
                        : console.red("Something of it is left.") + " " + fix(report));
        if (!report.raw().isEmpty()) console.say("Raw records: let them run out, or --delete-records");
    }

    private static String left(long count, String what) {
        return count == 0 ? "nothing" : Measures.count(count, what);
    }

    private static String fix(Remains.Report report) {
        return report.archive() == 0 && report.buried() && report.outletsGone()
                ? "Kafka removes older records when it compacts the topic; look again later."
                : "Withdraw it again, and let outlets run.";
    }

    private static String until(@Nullable Instant until) {
        if (until == null || until.equals(Instant.MAX)) return "somebody deletes them";
        return Measures.minute(until, ZoneId.systemDefault());
    }

    private int delete(Console console, Remains remains, Withdrawal withdrawal) {
        List<Holding> raw = remains.raw(withdrawal);
        long all = raw.stream().mapToLong(Holding::upTo).sum();
        if (confirm == null || confirm != all) {
            long others = raw.stream().mapToLong(Holding::others).sum();
            throw CommandException.refused(
                    Measures.count(all, "record") + " would be deleted, " + Measures.count(others) + " of them of other"
                            + " articles: Kafka deletes all that is before",
                    "If that is right: --delete-records --confirm " + all);
        }
        try {
            remains.delete(raw);
        } catch (IllegalStateException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), "Let the mill run first; then try again.", e);
        }
        if (console.json()) print(console, withdrawal.articleId(), "deleted", withdrawal.reason());
        else console.print(Measures.count(all, "record") + " deleted.");
        return ExitCode.DONE;
    }
}
