package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicSpan;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill tail}: what the stages answer, as they do. */
@Command(
        name = "tail",
        description = "Shows what the stages answer, record by record, until Ctrl-C.",
        header = {
            "Examples:",
            "  newsmill tail",
            "  newsmill tail clean --outcome dropped --since 1h",
            "  newsmill tail --host '*.example.org' --fields time,stage,reason,detail",
            "  newsmill tail --no-follow --json --since 7d > receipts.jsonl",
            ""
        })
final class TailCommand implements Callable<Integer> {
    private static final int MOST_SORTED = 100_000;
    private static final long MOST_SEARCHED = 5_000;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "STAGE", description = "ingest, clean, enrich, publish, replay (all)")
    List<String> stages = new ArrayList<>();

    @Option(names = "--since", paramLabel = "TIME", description = "10m, 36h, 7d ago; a date; a date and time")
    @Nullable
    String since;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "begin with the last N, where --since is not given (10)")
    int lines = 10;

    @Option(names = "--host", paramLabel = "GLOB", description = "of the page: '*.example.org'")
    @Nullable
    String host;

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "emitted, dropped or dead")
    Receipt.@Nullable Result outcome;

    @Option(
            names = "--fields",
            paramLabel = "F,F",
            description = "of: time, stage, outcome, reason, detail, waited, worked, bytes, id, host, input, origin,"
                    + " version, url")
    @Nullable
    String fields;

    @Option(names = "--no-follow", description = "end where the ledger ends now")
    boolean noFollow;

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        check();
        ReceiptLines printer = new ReceiptLines(newsmill.console(), fields == null ? null : ReceiptField.parse(fields));
        Connection connection = Connection.of(newsmill.settings(Map.of()));
        Instant from = since == null ? null : Moment.parse("--since", since, Clock.system(ZoneId.systemDefault()));
        try (var admin = connection.reach()) {
            tail(newsmill.console(), new Ledger(connection.kafka(), connection.topics(), admin), from, printer);
        }
        return ExitCode.DONE;
    }

    private void tail(Console console, Ledger ledger, @Nullable Instant from, ReceiptLines printer) {
        ReceiptFilter filter = new ReceiptFilter(stages, host, outcome);
        TopicSpan past = from == null ? ledger.all().last(MOST_SEARCHED) : ledger.since(from.toEpochMilli());
        NewestReceipts newest = new NewestReceipts(from == null ? lines : MOST_SORTED);
        ledger.read(past, receipt -> {
            boolean wanted = from == null || !receipt.at().isBefore(from);
            if (wanted && filter.test(receipt)) newest.accept(receipt);
        });
        if (from != null && newest.leftOut() > 0) {
            console.say("the newest " + Measures.count(MOST_SORTED) + "; " + Measures.count(newest.leftOut())
                    + " older ones are left out: give a later --since");
        }
        if (noFollow && newest.list().isEmpty()) {
            console.say("Nothing of that kind is in the ledger. All there is: newsmill tail");
            return;
        }
        printer.printHead();
        newest.list().forEach(printer::print);
        if (noFollow) return;
        ledger.follow(
                past,
                receipt -> {
                    if (filter.test(receipt)) printer.print(receipt);
                },
                () -> console.out().checkError());
    }

    private void check() {
        List<String> known = new ArrayList<>(List.of(PageFeed.STAGE));
        known.addAll(Stages.names());
        known.add("replay");
        for (String stage : stages) {
            if (known.contains(stage)) continue;
            throw CommandException.usage("no stage '" + stage + "'", "Stages: " + String.join(", ", known) + ".");
        }
        if (lines < 0) throw CommandException.usage("--lines " + lines, "Give a number from 0 on.");
    }
}
