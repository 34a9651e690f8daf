package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Table;
import dev.newsmill.app.mill.RunSummary;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Publication;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What {@code run --once} says at its end. */
final class RunReport {
    private static final int SHOWN = 20;

    private final Console console;
    private final RunSummary summary;
    private final List<Row> articles = new ArrayList<>();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Row(String id, String url, @Nullable String headline) {}

    private record StageLine(String stage, long in, long emitted, long dropped, long dead) {}

    private record Result(String schema, List<StageLine> stages, int published, List<Row> articles) {}

    RunReport(Console console, RunSummary summary) {
        this.console = console;
        this.summary = summary;
    }

    void print(TopicReader reader, String topic, TopicSpan published, Settings settings) {
        reader.read(topic, published, this::add);
        if (console.json()) {
            List<StageLine> lines = summary.lines().stream()
                    .map(l -> new StageLine(l.stage(), l.in(), l.emitted(), l.dropped(), l.dead()))
                    .toList();
            console.printJson(new Result("newsmill.run/1", lines, articles.size(), articles));
        } else {
            printTable();
            printArticles(settings);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) return;
        try {
            Article article = Json.shared()
                    .readValue(record.value(), Publication.class)
                    .article()
                    .article();
            articles.add(new Row(article.id(), article.url(), article.headline()));
        } catch (IOException e) {
            console.say("cannot read what was published at offset " + record.offset() + ": " + e.getMessage());
        }
    }

    private void printTable() {
        Table table = new Table("STAGE", "IN", "EMITTED", "DROPPED", "DEAD", "P50 ms", "P95 ms", "WHY");
        for (RunSummary.Line line : summary.lines()) {
            String why = line.reasons().entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue())
                    .collect(Collectors.joining(", "));
            table.row(
                    line.stage(),
                    AuditCommand.number(line.in()),
                    AuditCommand.number(line.emitted()),
                    AuditCommand.number(line.dropped()),
                    AuditCommand.number(line.dead()),
                    millis(line, 0.5),
                    millis(line, 0.95),
                    why);
        }
        table.print(console);
    }

    private void printArticles(Settings settings) {
        String data = settings.get(Setting.DATA);
        if (!articles.isEmpty()) console.print("");
        for (Row row : articles.subList(0, Math.min(SHOWN, articles.size()))) {
            String headline = row.headline == null ? row.url : row.headline;
            console.print(console.dim(row.id.substring(0, Math.min(8, row.id.length()))) + "  "
                    + Console.cut(Console.clean(headline), 68));
        }
        if (articles.size() > SHOWN) console.print("… and " + (articles.size() - SHOWN) + " more");
        String archive = Connection.archiveName(settings);
        Path out = Path.of(settings.given(Setting.OUT).orElse(data + "/out"), "articles.jsonl");
        console.print("");
        console.print(console.bold(articles.size() + (articles.size() == 1 ? " article" : " articles") + " published")
                + " → " + shorten(archive) + ", " + shorten(out.toString()));
        if (articles.isEmpty()) {
            console.say("Nothing new. The archive: newsmill find WORDS   why a page is missing: newsmill trace URL");
            return;
        }
        String one = articles.get(0).id.substring(0, 8);
        console.say("See one: newsmill show " + one
                + "   search: newsmill find WORDS   why a page is missing: newsmill trace URL");
    }

    private static String millis(RunSummary.Line line, double share) {
        if (line.stage().equals("ingest")) return "–";
        return String.format(Locale.ROOT, "%.1f", line.percentile(share));
    }

    private static String shorten(String path) {
        if (path.startsWith("jdbc:")) return path;
        Path here = Path.of("").toAbsolutePath();
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}
