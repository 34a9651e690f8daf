package dev.newsmill.app.command;

import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Table;
import dev.newsmill.app.console.Wrap;
import dev.newsmill.app.console.Wrap.Piece;
import dev.newsmill.message.Receipt;
import java.time.ZoneId;
import java.util.List;

/** A page's way through the mill, for people: a line a stage, or two where the terminal is narrow. */
final class TraceScreen {
    private static final String INDENT = " ".repeat(9);

    private final Console console;
    private final String topicPrefix;
    private final ZoneId zone;

    /** @param topicPrefix is left out of the coordinates */
    TraceScreen(Console console, String topicPrefix, ZoneId zone) {
        this.console = console;
        this.topicPrefix = topicPrefix;
        this.zone = zone;
    }

    void print(Trace trace) {
        String headline = trace.headline() == null ? "" : Console.clean(trace.headline());
        console.print(console.fit(Measures.shortId(trace.id()) + "  " + (headline.isEmpty() ? "" : headline))
                .strip());
        console.print(console.dim(Console.clean(trace.url())));
        int number = 0;
        for (Trace.Way way : trace.passes()) print(way, ++number, trace.passes().size());
    }

    private void print(Trace.Way way, int number, int count) {
        console.print("");
        if (count > 1 || way.replay() != null) {
            console.print(console.dim(number + " of " + count + "  "
                    + Measures.day(way.steps().get(0).at(), zone)
                    + (way.replay() == null ? "" : "  replay " + Console.clean(way.replay()))));
        }
        Table table = new Table("STAGE", "AT", "WAITED", "WORKED", "RECORD", "VERSION");
        way.steps().forEach(step -> row(table, step));
        printLines(table.lines(), way.steps());
        if (way.waitsFor() != null) {
            console.print(console.yellow("waiting for " + way.waitsFor()));
        }
    }

    private void printLines(List<String> lines, List<Trace.Step> steps) {
        int width = lines.stream().mapToInt(Cells::width).max().orElse(0);
        int longest =
                steps.stream().mapToInt(s -> Cells.width(s.result())).max().orElse(0);
        boolean narrow = console.columns() > 0 && width + 2 + longest > console.columns();
        console.print(console.bold(narrow ? lines.get(0) : Cells.pad(lines.get(0), width) + "  RESULT"));
        for (int i = 0; i < steps.size(); i++) {
            Trace.Step step = steps.get(i);
            if (narrow) {
                console.print(lines.get(i + 1));
                Piece result = new Piece(step.result(), text -> colored(text, step.outcome()));
                Wrap.lines(List.of(result), console.columns(), INDENT, INDENT).forEach(console::print);
            } else {
                String result = colored(Console.clean(step.result()), step.outcome());
                console.print(Cells.pad(lines.get(i + 1), width) + "  " + result);
            }
        }
    }

    private void row(Table table, Trace.Step step) {
        boolean fetched = step.waitedMillis() == null;
        table.row(
                step.stage(),
                Measures.time(step.at(), zone),
                fetched ? Measures.NONE : Measures.millis(step.waitedMillis()),
                fetched ? Measures.NONE : Measures.millis(step.workedMillis()),
                step.output() == null ? Measures.NONE : withoutPrefix(step.output()),
                step.version());
    }

    private String withoutPrefix(String coordinates) {
        return coordinates.startsWith(topicPrefix) ? coordinates.substring(topicPrefix.length()) : coordinates;
    }

    private String colored(String text, Receipt.Result outcome) {
        return switch (outcome) {
            case emitted -> text;
            case dropped -> console.yellow(text);
            case dead -> console.red(text);
        };
    }
}
