package dev.newsmill.app.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text, apart by two spaces; numbers to the right. */
public final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(c -> Console.clean(String.valueOf(c))).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, head first. */
    public List<String> lines() {
        int[] widths = new int[head.size()];
        boolean[] right = new boolean[head.size()];
        Arrays.fill(right, true);
        measure(head, widths);
        for (List<String> row : rows) {
            measure(row, widths);
            for (int i = 0; i < Math.min(row.size(), right.length); i++) right[i] &= isNumber(row.get(i));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(head, widths, right));
        for (List<String> row : rows) lines.add(line(row, widths, right));
        return lines;
    }

    public void print(Console console) {
        List<String> lines = lines();
        console.print(console.bold(lines.get(0)));
        lines.subList(1, lines.size()).forEach(console::print);
    }

    private static void measure(List<String> row, int[] widths) {
        for (int i = 0; i < Math.min(row.size(), widths.length); i++) {
            widths[i] =
                    Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
        }
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            boolean last = i >= widths.length - 1;
            String pad =
                    i < widths.length ? " ".repeat(Math.max(0, widths[i] - cell.codePointCount(0, cell.length()))) : "";
            if (i > 0) line.append("  ");
            boolean toTheRight = i < right.length && right[i];
            line.append(toTheRight ? pad + cell : last ? cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[-–]?|-?[\\d,]+(\\.\\d+)?( (ms|s|kB|MB|B))?");
    }
}
