package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Origin;
import dev.newsmill.message.Page;
import dev.newsmill.message.Receipt;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.ArchiveException;
import dev.newsmill.publish.ArticleRow;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.MalformedRecordException;
import dev.newsmill.runtime.PageFeed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill trace}: one page through all stages. */
@Command(
        name = "trace",
        description = {
            "One page through all stages: when, how long it waited and was worked on, what came out, and why it went"
                    + " no further. A page that came again is shown each time, latest last."
        },
        header = {
            "Examples:",
            "  newsmill trace https://example.org/article",
            "  newsmill trace 3f9a12              an article's id, or the beginning of one",
            "  newsmill trace pages/a.html        a file that was added",
            ""
        })
final class TraceCommand implements Callable<Integer> {
    private static final int TYPES_READ = 3;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "ID|URL", description = "id, beginning of one, URL or file of the page")
    String wanted = "";

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(Map.of());
        try (Visit visit = Visit.open(newsmill.console(), settings);
                var admin = visit.connection().reach()) {
            Connection connection = visit.connection();
            Ledger ledger = new Ledger(connection.kafka(), connection.topics(), admin);
            ArticleRow row = published(newsmill.console(), settings);
            List<Receipt> receipts = new PageReceipts(ledger).find(row == null ? wanted : row.url());
            if (receipts.isEmpty()) throw unknown();
            List<String> chain = new ArrayList<>(List.of(PageFeed.STAGE));
            chain.addAll(Stages.names());
            Trace trace = Trace.of(
                    receipts,
                    chain,
                    row == null ? null : row.headline(),
                    types(new PageStore(connection, admin), receipts));
            print(newsmill.console(), trace, connection.topics().prefix());
        }
        return ExitCode.DONE;
    }

    private static void print(Console console, Trace trace, String topicPrefix) {
        if (console.json()) {
            console.printJson(trace);
            return;
        }
        new TraceScreen(console, topicPrefix, ZoneId.systemDefault()).print(trace);
        Trace.Way latest = trace.passes().get(trace.passes().size() - 1);
        Trace.Step last = latest.steps().get(latest.steps().size() - 1);
        if (last.outcome() == Receipt.Result.dead) {
            console.say("See it: newsmill dead-letters show " + last.input());
        } else if (last.stage().equals("publish")) {
            console.say("See it: newsmill show " + Measures.shortId(trace.id()));
        }
    }

    /** What the archive says of it; null if there is nothing, or no archive. */
    private @Nullable ArticleRow published(Console console, Settings settings) {
        String location = Connection.archive(settings);
        if (!Archives.isThere(location)) return null;
        try (Archive archive = Archive.open(location)) {
            List<ArticleRow> found = archive.find(PageReceipts.url(wanted));
            return found.size() > 1 ? Archives.one(archive, wanted) : found.isEmpty() ? null : found.get(0);
        } catch (ArchiveException e) {
            console.say("without the archive: " + e.getMessage());
            return null;
        }
    }

    private static Map<String, String> types(PageStore pages, List<Receipt> receipts) {
        List<String> origins = receipts.stream()
                .map(Receipt::origin)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, String> types = new HashMap<>();
        for (String origin : origins.subList(Math.max(0, origins.size() - TYPES_READ), origins.size())) {
            String type = type(pages, origin);
            if (type != null) types.put(origin, type);
        }
        return types;
    }

    /** Null for a page that is gone, says nothing, or cannot be read. */
    private static @Nullable String type(PageStore pages, String origin) {
        try {
            Page page = pages.read(Origin.parse(origin));
            return page == null ? null : page.contentType();
        } catch (MalformedRecordException e) {
            return null;
        }
    }

    private CommandException unknown() {
        return CommandException.notFound(
                "nothing is known of '" + wanted + "'",
                "Feed it: newsmill add " + Archives.quoted(wanted)
                        + "   what came in: newsmill tail ingest --since 1d");
    }
}
