package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.filter.PageFile;
import dev.newsmill.clean.CleanOptions;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.clean.Explanation;
import dev.newsmill.message.Page;
import dev.newsmill.publish.Archive;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill explain}: why the cleaner made of a page what it made of it. */
@Command(
        name = "explain",
        description = {
            "Why the cleaner made of a page what it made of it: where each field is from and what else was found for it, which"
                    + " parts of the page were removed and by which rule, or why the page is no article. The page is cleaned"
                    + " anew, by the rules of this version. For an article of the archive its raw page is read from Kafka."
        },
        header = {
            "Examples:",
            "  newsmill explain page.html",
            "  newsmill explain 3f9a12            an article of the archive",
            "  newsmill explain page.html --removed",
            "  newsmill explain --json page.html | jq .fields.headline",
            ""
        })
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(
            paramLabel = "PAGE|ID",
            description = "a file (.html .txt, .gz of them); or id, beginning of one, or URL")
    String wanted = "";

    @Option(names = "--url", paramLabel = "URL", description = "where the file is from")
    @Nullable
    String url;

    @Option(names = "--removed", description = "only what was removed, without the fields and the text")
    boolean removed;

    @Option(
            names = "--off",
            paramLabel = "RULE",
            split = ",",
            description = "leave these rules out, to see what they do")
    List<String> off = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Console console = newsmill.console();
        Page page = page(console, newsmill.settings(Map.of()));
        CleanOptions usual = CleanOptions.DEFAULT;
        CleanOptions options =
                new CleanOptions(usual.minChars(), usual.maxBytes(), usual.maxRemoved(), new HashSet<>(off));
        Explanation explanation = new Cleaner(options).explain(page);
        if (console.json()) console.printJson(ExplainJson.of(page, explanation));
        else new ExplainScreen(console).print(page, explanation, removed);
        return ExitCode.DONE;
    }

    private Page page(Console console, Settings settings) throws IOException, InterruptedException {
        return Files.isRegularFile(Path.of(wanted)) ? fromFile() : fromArchive(console, settings);
    }

    private Page fromFile() {
        Outcome<Page> page;
        try {
            page = PageFile.read(wanted, url);
        } catch (IOException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), "Give a page: newsmill explain page.html");
        }
        if (page instanceof Outcome.Emit<Page> emit) return emit.value();
        Outcome.Drop<Page> drop = (Outcome.Drop<Page>) page;
        throw CommandException.failed(
                wanted + " is no page: " + drop.reason() + (drop.detail() == null ? "" : " (" + drop.detail() + ")"),
                "The cleaner never sees it; ingest drops it.");
    }

    private Page fromArchive(Console console, Settings settings) throws InterruptedException {
        RawPage raw = new RawPage(console, settings);
        try (Archive archive = Archives.open(settings)) {
            var row = Archives.one(archive, PageReceipts.url(wanted));
            return raw.of(Objects.requireNonNull(archive.show(row.id())));
        }
    }
}
