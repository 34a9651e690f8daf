package dev.newsmill.app.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text, apart by two spaces; numbers to the right. On a terminal its lines fit. */
public final class Table {
    private static final int NARROWEST = 12;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private int flexible;

    public Table(String... head) {
        this.head = List.of(head);
        this.flexible = head.length - 1;
    }

    /** The column that is cut where the terminal is too narrow; the last one if nobody says. */
    public Table flexible(int column) {
        flexible = column;
        return this;
    }

    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(c -> Console.clean(String.valueOf(c))).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, head first, as wide as they get. */
    public List<String> lines() {
        return lines(0);
    }

    /**
     * The lines, head first.
     *
     * @param columns of the terminal; 0 for as many as it takes
     */
    public List<String> lines(int columns) {
        int[] widths = new int[head.size()];
        boolean[] right = new boolean[head.size()];
        Arrays.fill(right, true);
        measure(head, widths);
        for (List<String> row : rows) {
            measure(row, widths);
            for (int i = 0; i < Math.min(row.size(), right.length); i++) right[i] &= isNumber(row.get(i));
        }
        if (columns > 0) shrink(widths, columns);
        List<String> lines = new ArrayList<>();
        lines.add(line(head, widths, right));
        for (List<String> row : rows) lines.add(line(row, widths, right));
        return lines;
    }

    public void print(Console console) {
        List<String> lines = lines(console.columns());
        console.print(console.bold(lines.get(0)));
        lines.subList(1, lines.size()).forEach(console::print);
    }

    private void shrink(int[] widths, int columns) {
        int all = Arrays.stream(widths).sum() + 2 * (widths.length - 1);
        int least = Math.min(widths[flexible], Math.max(NARROWEST, Cells.width(head.get(flexible))));
        if (all > columns) widths[flexible] = Math.max(least, widths[flexible] - (all - columns));
    }

    private static void measure(List<String> row, int[] widths) {
        for (int i = 0; i < Math.min(row.size(), widths.length); i++) {
            widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
        }
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(row.size(), widths.length); i++) {
            String cell = Cells.cut(row.get(i), widths[i]);
            if (i > 0) line.append("  ");
            if (right[i]) line.append(" ".repeat(widths[i] - Cells.width(cell))).append(cell);
            else line.append(Cells.pad(cell, widths[i]));
        }
        return line.toString().stripTrailing();
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[-–]?|[-≤≥]?[\\d,]+(\\.\\d+)?( (ms|s|min|h|d|kB|MB|GB|B))?");
    }
}
