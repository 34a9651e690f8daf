package dev.newsmill.app.command;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Table;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A mill's status, for people. */
final class StatusScreen {
    private final Console console;
    private final ZoneId zone;

    StatusScreen(Console console, ZoneId zone) {
        this.console = console;
        this.zone = zone;
    }

    List<String> lines(Status status) {
        Table table = new Table("STAGE", "STATE", "LAG", "WAITED", "IN/s", "OUT/s", "P95", "DROPPED", "DEAD");
        status.stages().forEach(stage -> row(table, stage));
        List<String> plain = table.lines(console.columns());
        List<String> lines = new ArrayList<>(List.of(console.bold(plain.get(0))));
        for (int i = 1; i < plain.size(); i++)
            lines.add(colored(plain.get(i), status.stages().get(i - 1)));
        lines.add("");
        Status.Totals totals = status.totals();
        lines.add(console.fit(Measures.count(totals.pages(), "page") + " in, " + Measures.count(totals.published())
                + " published, " + Measures.count(totals.dropped()) + " dropped, "
                + Measures.count(totals.dead(), "dead letter")
                + (status.countedSince() == null
                        ? ""
                        : ", counted since " + Measures.minute(status.countedSince(), zone))));
        return lines;
    }

    private static void row(Table table, Status.Stage stage) {
        table.row(
                stage.stage(),
                stage.state() == null ? Measures.NONE : stage.state(),
                stage.lag() == null ? Measures.NONE : (stage.lagExact() ? "" : "≤") + Measures.count(stage.lag()),
                stage.lagSeconds() == null || stage.lagSeconds() == 0
                        ? Measures.NONE
                        : Measures.seconds(stage.lagSeconds()),
                Measures.rate(stage.inPerSecond()),
                Measures.rate(stage.outPerSecond()),
                stage.p95Millis() == null || stage.state() == null ? Measures.NONE : Measures.millis(stage.p95Millis()),
                Measures.count(stage.dropped()),
                Measures.count(stage.dead()));
    }

    private String colored(String line, Status.Stage stage) {
        if (stage.state() == null) return line;
        String word = stage.state().name();
        int at = line.indexOf(word, stage.stage().length());
        String color = switch (stage.state()) {
            case ok -> console.green(word);
            case behind -> console.yellow(word);
            case stalled, stopped -> console.red(word);
        };
        return line.substring(0, at) + color + line.substring(at + word.length());
    }
}
