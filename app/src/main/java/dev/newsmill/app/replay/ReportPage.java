package dev.newsmill.app.replay;

import dev.newsmill.publish.FieldDiff;
import dev.newsmill.publish.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A report as one HTML file without scripts and without anything from elsewhere, for light and dark screens. */
public final class ReportPage {
    /** Unchanged text that is longer than this is folded away, but for what stands around a change. */
    private static final int LONG = 400;

    private static final int CONTEXT = 140;
    private static final int MOST_GROUPS = 50;

    private final Report report;
    private final StringBuilder html = new StringBuilder(64 << 10);

    private ReportPage(Report report) {
        this.report = report;
    }

    /** Writes the page to a file, in place of what is there. */
    public static void write(Report report, Path file) throws IOException {
        Files.writeString(file, of(report));
    }

    static String of(Report report) {
        ReportPage page = new ReportPage(report);
        page.page();
        return page.html.toString();
    }

    private void page() {
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
                .append("'unsafe-inline'\"><title>Newsmill replay: dry run</title><style>")
                .append(style())
                .append("</style></head><body><main>");
        head();
        counts();
        fields();
        groups("Why", "Cause", report.causes());
        groups("Where", "Host", report.hosts());
        groups("Failures", "Stage and error", report.failures());
        differences();
        html.append("</main></body></html>\n");
    }

    private void head() {
        String versions = report.versions().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        html.append("<h1>What a replay would change</h1><p>").append(text(versions));
        if (report.candidate() != null) html.append(", from ").append(text(report.candidate()));
        html.append(" · ").append(text(report.selection()));
        html.append("</p><p class=\"dim\">A dry run: nothing was published.</p>");
    }

    private void counts() {
        html.append("<ul class=\"counts\">");
        count("selected", report.selected(), false);
        count("same", report.same(), false);
        count("changed", report.changed(), true);
        count("newly accepted", report.accepted(), true);
        count("newly dropped", report.dropped(), true);
        count("failed", report.failed(), true);
        if (report.stale() > 0) count("older than the archive", report.stale(), false);
        html.append("</ul>");
    }

    private void count(String what, long number, boolean isDifference) {
        html.append(isDifference && number > 0 ? "<li class=\"hit\"><b>" : "<li><b>")
                .append(number(number))
                .append("</b>")
                .append(what)
                .append("</li>");
    }

    private void fields() {
        if (report.fields().isEmpty()) return;
        List<DiffGroup> fields = report.fields().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new DiffGroup(e.getKey(), e.getValue(), List.of()))
                .toList();
        groups("Changed fields", "Field", fields);
    }

    private void groups(String title, String column, List<DiffGroup> groups) {
        if (groups.isEmpty()) return;
        html.append("<h2>").append(title).append("</h2><table><thead><tr><th class=\"n\">Records</th><th>");
        boolean withExamples =
                groups.stream().anyMatch(group -> !group.examples().isEmpty());
        html.append(column)
                .append(withExamples ? "</th><th>First</th>" : "</th>")
                .append("</tr></thead><tbody>");
        groups.stream()
                .limit(MOST_GROUPS)
                .forEach(group -> html.append("<tr><td class=\"n\">")
                        .append(number(group.count()))
                        .append("</td><td>")
                        .append(text(group.name()))
                        .append(first(group))
                        .append("</td></tr>"));
        html.append("</tbody></table>");
    }

    private static String first(DiffGroup group) {
        return group.examples().isEmpty()
                ? ""
                : "</td><td>" + code(group.examples().get(0));
    }

    private void differences() {
        if (report.largest().isEmpty()) return;
        html.append("<h2>The largest differences</h2><p class=\"dim\">")
                .append(number(report.largest().size()))
                .append(" of ")
                .append(number(report.differences()))
                .append(", those with most words first.</p>");
        report.largest().forEach(this::difference);
    }

    private void difference(Difference difference) {
        String headline = difference.headline() == null ? difference.id() : difference.headline();
        html.append("<article><h3>").append(text(headline)).append("</h3><p class=\"dim\">");
        html.append(code(String.valueOf(difference.url()))).append("<br>").append(code(difference.id()));
        html.append(" · ").append(code(difference.record()));
        if (difference.revision() > 0) html.append(" · revision ").append(difference.revision());
        html.append("</p><p><span class=\"badge\">")
                .append(difference.outcome())
                .append("</span>");
        difference
                .causes()
                .forEach(c ->
                        html.append("<span class=\"badge\">").append(text(c)).append("</span>"));
        html.append("</p>");
        if (difference.diff() != null) {
            html.append("<dl>");
            difference.diff().fields().forEach(this::field);
            html.append("</dl>");
        }
        html.append("</article>");
    }

    private void field(FieldDiff field) {
        html.append("<dt>").append(text(field.field())).append("</dt><dd>");
        List<Piece> pieces = field.pieces();
        for (int i = 0; i < pieces.size(); i++) piece(pieces.get(i), i == 0, i == pieces.size() - 1);
        html.append("</dd>");
    }

    private void piece(Piece piece, boolean isFirst, boolean isLast) {
        switch (piece.kind()) {
            case REMOVED -> html.append("<del>").append(text(piece.text())).append("</del>");
            case ADDED -> html.append("<ins>").append(text(piece.text())).append("</ins>");
            case SAME -> same(piece.text(), isFirst, isLast);
        }
    }

    private void same(String same, boolean isFirst, boolean isLast) {
        if (same.length() <= LONG) {
            html.append(text(same));
            return;
        }
        int head = isFirst ? 0 : blank(same, CONTEXT);
        int tail = isLast ? same.length() : afterBlank(same, same.length() - CONTEXT);
        html.append(text(same.substring(0, head)));
        html.append("<details><summary>")
                .append(number(same.substring(head, tail).length()));
        html.append(" characters that are the same</summary>").append(text(same.substring(head, tail)));
        html.append("</details>").append(text(same.substring(tail)));
    }

    private static int afterBlank(String text, int index) {
        int blank = blank(text, index);
        return text.charAt(blank) == ' ' ? blank + 1 : blank;
    }

    /** The first blank from {@code index} on; where there is none, an index between two characters. */
    private static int blank(String text, int index) {
        for (int i = index; i < Math.min(text.length(), index + CONTEXT / 2); i++) {
            if (Character.isWhitespace(text.charAt(i))) return i;
        }
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    /** Text from anywhere, as text. */
    private static String text(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isUnsafe(c) ? '\uFFFD' : c);
            }
        });
        return safe.toString();
    }

    /** Control characters, half surrogate pairs, and what turns the direction of a text. */
    private static boolean isUnsafe(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
