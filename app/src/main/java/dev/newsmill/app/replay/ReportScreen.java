package dev.newsmill.app.replay;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Table;
import dev.newsmill.publish.ArticleDiff;
import dev.newsmill.publish.FieldDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for a person at a terminal. */
public final class ReportScreen {
    private static final int MOST_GROUPS = 12;

    private final Console console;
    private final Diffs diffs;
    private final FieldLines lines;

    /** How much of the differences to show. */
    public enum Diffs {
        summary,
        words,
        full
    }

    public ReportScreen(Console console, Diffs diffs) {
        this.console = console;
        this.diffs = diffs;
        this.lines = new FieldLines(console, diffs == Diffs.full, "    ");
    }

    public void print(Report report) {
        console.print(console.bold("DRY RUN") + "  " + stages(report) + "   "
                + count(report.selected()) + (report.selected() == 1 ? " record" : " records")
                + "   nothing is published");
        console.print("  " + counts(report));
        groups("Why", report.causes());
        groups("Where", report.hosts());
        groups("Failures", report.failures());
        largest(report.largest());
    }

    private static String stages(Report report) {
        String versions = report.versions().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return versions + (report.candidate() == null ? "" : " with " + Console.clean(report.candidate()));
    }

    private static String counts(Report report) {
        List<String> counts = new ArrayList<>();
        counts.add("same " + count(report.same()));
        counts.add("changed " + count(report.changed()) + fields(report.fields()));
        counts.add("newly accepted " + count(report.accepted()));
        counts.add("newly dropped " + count(report.dropped()));
        counts.add("failed " + count(report.failed()));
        if (report.stale() > 0) counts.add("older than the archive " + count(report.stale()));
        return String.join("   ", counts);
    }

    private static String fields(Map<String, Long> fields) {
        if (fields.isEmpty()) return "";
        return fields.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey() + " " + count(e.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private void groups(String title, List<DiffGroup> groups) {
        if (groups.isEmpty()) return;
        console.print("");
        Table table = new Table("RECORDS", title.toUpperCase(Locale.ROOT), "FIRST").flexible(1);
        groups.stream()
                .limit(MOST_GROUPS)
                .forEach(group -> table.row(count(group.count()), group.name(), first(group)));
        table.print(console);
        if (groups.size() > MOST_GROUPS) console.print("… and " + (groups.size() - MOST_GROUPS) + " more: --json");
    }

    private static String first(DiffGroup group) {
        return group.examples().isEmpty() ? "" : group.examples().get(0);
    }

    private void largest(List<Difference> differences) {
        if (differences.isEmpty()) return;
        console.print("");
        if (diffs == Diffs.summary) {
            Table table = new Table("WORDS", "OUTCOME", "FIELDS", "ARTICLE", "HEADLINE");
            for (Difference d : differences) {
                table.row(count(d.words()), d.outcome(), String.join(",", d.changed()), shortId(d.id()), headline(d));
            }
            table.print(console);
        } else {
            differences.forEach(this::full);
        }
    }

    private void full(Difference difference) {
        console.print(console.bold(Console.clean(headline(difference))) + "  "
                + console.dim(shortId(difference.id()) + "  " + difference.record()));
        console.print("  " + difference.outcome() + ": "
                + Console.clean(difference.causes().stream().collect(Collectors.joining("; "))));
        ArticleDiff diff = difference.diff();
        if (diff != null) diff.fields().forEach(this::field);
        console.print("");
    }

    private void field(FieldDiff field) {
        console.print("  " + console.dim(field.field()));
        lines.print(field);
    }

    private static String headline(Difference difference) {
        if (difference.headline() != null) return difference.headline();
        return difference.url() == null ? difference.id() : difference.url();
    }

    private static String shortId(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
