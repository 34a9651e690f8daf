package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.message.Receipt;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What can be shown of a receipt, each in a column of its own. */
enum ReceiptField {
    time(12),
    stage(7),
    outcome(7),
    reason(16),
    detail(40),
    waited(8),
    worked(8),
    bytes(9),
    id(8),
    host(24),
    input(24),
    origin(24),
    version(7),
    url(60);

    static final List<ReceiptField> USUAL = List.of(time, stage, outcome, reason, worked, url);

    private final int width;

    ReceiptField(int width) {
        this.width = width;
    }

    /** In cells: wide enough for nearly all values. */
    int width() {
        return width;
    }

    boolean isNumber() {
        return this == waited || this == worked || this == bytes;
    }

    /** The value as text; empty where the receipt has none. */
    String of(Receipt receipt) {
        boolean fetched = receipt.waitedMillis() == null;
        String text = switch (this) {
            case time -> Measures.time(receipt.at(), ZoneId.systemDefault());
            case stage -> receipt.stage();
            case outcome -> receipt.outcome().name();
            case reason -> receipt.reason();
            case detail -> receipt.detail();
            case waited -> fetched ? null : Measures.millis(receipt.waitedMillis());
            case worked -> fetched ? null : Measures.millis(receipt.workedMillis());
            case bytes -> Measures.bytes(receipt.bytes());
            case id -> Measures.shortId(receipt.id());
            case host -> receipt.host();
            case input -> receipt.input();
            case origin -> receipt.origin();
            case version -> receipt.version();
            case url -> Objects.requireNonNullElse(receipt.url(), receipt.input());
        };
        return text == null ? "" : text;
    }

    /** @throws CommandException with exit code 2 if a name is unknown */
    static List<ReceiptField> parse(String names) {
        List<ReceiptField> fields = new ArrayList<>();
        for (String name : names.split(",", 50)) {
            fields.add(Arrays.stream(values())
                    .filter(f -> f.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> CommandException.usage(
                            "there is no field '" + name + "'",
                            "Fields: " + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")))));
        }
        return fields;
    }
}
