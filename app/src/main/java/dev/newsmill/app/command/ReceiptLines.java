package dev.newsmill.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.Console;
import dev.newsmill.message.Json;
import dev.newsmill.message.Receipt;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Receipts as lines: columns of fixed width, so that lines that come one by one stand in line; or JSON. */
final class ReceiptLines {
    private final Console console;
    private final List<ReceiptField> fields;
    private final boolean all;

    /**
     * Lines of some fields.
     *
     * @param fields null for the usual ones, and all in JSON
     */
    ReceiptLines(Console console, @Nullable List<ReceiptField> fields) {
        this.console = console;
        this.all = fields == null;
        this.fields = fields == null ? ReceiptField.USUAL : List.copyOf(fields);
    }

    void printHead() {
        if (console.json()) return;
        StringBuilder head = new StringBuilder();
        for (ReceiptField field : fields) append(head, field, field.name().toUpperCase(Locale.ROOT));
        console.print(console.bold(console.fit(head.toString().stripTrailing())));
    }

    void print(Receipt receipt) {
        if (!console.json()) console.print(colored(line(receipt), receipt.outcome()));
        else console.printJson(all ? receipt : chosen(receipt));
    }

    String line(Receipt receipt) {
        StringBuilder line = new StringBuilder();
        for (ReceiptField field : fields) append(line, field, Console.clean(field.of(receipt)));
        return console.fit(line.toString().stripTrailing());
    }

    private void append(StringBuilder line, ReceiptField field, String text) {
        boolean last = field == fields.get(fields.size() - 1);
        String cell = last || console.columns() == 0 ? text : Cells.cut(text, field.width());
        if (!line.isEmpty()) line.append("  ");
        if (field.isNumber())
            line.append(" ".repeat(Math.max(0, field.width() - Cells.width(cell))))
                    .append(cell);
        else line.append(Cells.pad(cell, field.width()));
    }

    private String colored(String line, Receipt.Result outcome) {
        return switch (outcome) {
            case emitted -> line;
            case dropped -> console.yellow(line);
            case dead -> console.red(line);
        };
    }

    /** The receipt's own JSON, with the chosen members only. */
    private ObjectNode chosen(Receipt receipt) {
        ObjectNode whole = Json.shared().valueToTree(receipt);
        ObjectNode chosen = whole.objectNode();
        for (ReceiptField field : fields) {
            String name = switch (field) {
                case time -> "at";
                case waited -> "waitedMillis";
                case worked -> "workedMillis";
                default -> field.name();
            };
            if (whole.has(name)) chosen.set(name, whole.get(name));
        }
        return chosen;
    }
}
