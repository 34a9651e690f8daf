package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Progress;
import dev.newsmill.app.console.Table;
import dev.newsmill.app.mill.Drain;
import dev.newsmill.app.mill.Inputs;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicSpan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill add}: feeds a running mill. */
@Command(
        name = "add",
        description = "Feeds a running mill: pages, folders, lists, URLs.",
        header = {
            "Examples:",
            "  newsmill add https://example.org/article",
            "  newsmill add --wait pages/           and say what became of them",
            "  newsmill add - < urls.txt",
            ""
        })
final class AddCommand implements Callable<Integer> {
    private static final int SHOWN = 40;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "page, folder, list or URL; - reads a list from stdin")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--wait", description = "until they went through the mill, and say what became of them")
    boolean wait;

    @Mixin
    Flags.Reading reading = new Flags.Reading();

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(reading.given());
        Connection connection = Connection.of(settings);
        connection.reach().close();
        StageCommand.makeTopics(connection, settings);
        try (Admin admin = connection.kafka().admin();
                Inputs opened = Inputs.open(inputs, settings)) {
            Ledger ledger = new Ledger(connection.kafka(), connection.topics(), admin);
            TopicSpan before = ledger.all();
            Map<String, Receipt> last = new LinkedHashMap<>();
            Map<Receipt.Result, Long> counts = feed(newsmill.console(), connection, opened, last);
            if (wait) {
                new Drain(admin, connection.topics(), Stages.links(connection.topics())).await(() -> {});
                ledger.read(ledger.written().after(before), receipt -> {
                    if (!receipt.stage().equals(PageFeed.STAGE)) last.replace(receipt.page(), receipt);
                });
            }
            report(newsmill.console(), counts, last);
            return isPartly(counts, last) ? ExitCode.PARTLY : ExitCode.DONE;
        }
    }

    private static Map<Receipt.Result, Long> feed(
            Console console, Connection connection, Inputs opened, Map<String, Receipt> last)
            throws InterruptedException {
        Map<Receipt.Result, Long> counts = new EnumMap<>(Receipt.Result.class);
        try (Progress progress = Progress.start(
                        console, "adding", "pages", opened.estimate().orElse(-1));
                PageFeed feed = new PageFeed(connection.kafka(), connection.topics(), Clock.systemUTC())) {
            feed.feed(opened.offers(), receipt -> {
                counts.merge(receipt.outcome(), 1L, Long::sum);
                last.put(receipt.page(), receipt);
                progress.at(counts.values().stream().mapToLong(n -> n).sum(), "");
            });
        }
        return counts;
    }

    private void report(Console console, Map<Receipt.Result, Long> counts, Map<String, Receipt> last) {
        if (console.json()) {
            last.values().forEach(console::printJson);
            return;
        }
        long emitted = counts.getOrDefault(Receipt.Result.emitted, 0L);
        if (wait || emitted < last.size()) table(last, wait).print(console);
        console.print(AuditCommand.number(emitted)
                + (emitted == 1 ? " page added" : " pages added")
                + (counts.containsKey(Receipt.Result.dropped)
                        ? ", " + counts.get(Receipt.Result.dropped) + " dropped"
                        : "")
                + (counts.containsKey(Receipt.Result.dead)
                        ? ", " + counts.get(Receipt.Result.dead) + " not readable"
                        : ""));
        if (!wait) console.say("What becomes of them: newsmill tail, or newsmill add --wait");
    }

    private static Table table(Map<String, Receipt> last, boolean all) {
        Table table = new Table("AFTER", "OUTCOME", "PAGE", "WHY");
        last.values().stream()
                .filter(r -> all || r.outcome() != Receipt.Result.emitted)
                .limit(SHOWN)
                .forEach(r -> table.row(r.stage(), r.outcome(), Console.cut(page(r), 48), why(r)));
        return table;
    }

    private static String page(Receipt receipt) {
        return Objects.requireNonNullElse(receipt.url(), receipt.input());
    }

    private static String why(Receipt receipt) {
        if (receipt.reason() == null) return "";
        return receipt.detail() == null
                ? receipt.reason()
                : receipt.reason() + ": " + Console.cut(receipt.detail(), 60);
    }

    private boolean isPartly(Map<Receipt.Result, Long> counts, Map<String, Receipt> last) {
        return counts.containsKey(Receipt.Result.dead)
                || (wait && last.values().stream().anyMatch(r -> r.outcome() == Receipt.Result.dead));
    }
}
