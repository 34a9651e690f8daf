package dev.newsmill.app.command;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Table;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.AuditReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill audit}: the conservation proof. */
@Command(
        name = "audit",
        description =
                "Proves, from the topics alone, that each record of each stage was emitted, dropped or dead-lettered, once."
                        + " Exit code 3 if any record is unexplained.",
        header = {"Examples:", "  newsmill audit", "  newsmill audit --bootstrap kafka:9092 --json", ""})
final class AuditCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Console console = newsmill.console();
        AuditReport report;
        try (Visit visit = Visit.open(console, newsmill.settings(Map.of()))) {
            report = audit(visit.connection());
        }
        if (console.json()) {
            console.printJson(new Report("newsmill.audit/1", report.clean(), report.stages(), report.findings()));
        } else {
            print(report, console);
        }
        return report.clean() ? ExitCode.DONE : ExitCode.CHECK;
    }

    private static AuditReport audit(Connection connection) throws InterruptedException {
        connection.reach().close();
        return new Audit(connection.kafka(), connection.topics(), Stages.links(connection.topics())).run();
    }

    private static void print(AuditReport report, Console console) {
        Table table = new Table("STAGE", "IN", "EMITTED", "DROPPED", "DEAD", "UNEXPLAINED", "WAITING");
        for (AuditReport.Tally t : report.stages()) {
            long unexplained = report.findings().stream()
                    .filter(f -> f.stage().equals(t.stage()))
                    .count();
            table.row(
                    t.stage(),
                    number(t.in()),
                    number(t.emitted()),
                    number(t.dropped()),
                    number(t.dead()),
                    number(unexplained),
                    number(t.waiting()));
        }
        table.print(console);
        List<AuditReport.Finding> findings = report.findings();
        findings.stream()
                .limit(SHOWN)
                .forEach(f ->
                        console.print(console.red(words(f.kind())) + "  " + f.stage() + "  " + Console.clean(f.at())));
        if (findings.size() > SHOWN)
            console.print("… and " + number(findings.size() - SHOWN) + " more: --json shows all");
        console.say(
                report.clean()
                        ? console.green("Every record is accounted for.")
                        : console.red(number(findings.size()) + " records are unexplained.")
                                + " See one: newsmill trace URL");
    }

    private static String words(AuditReport.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private record Report(
            String schema, boolean clean, List<AuditReport.Tally> stages, List<AuditReport.Finding> findings) {}
}
