package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.message.Receipt;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be shown of a receipt, each in a column of its own. */
enum ReceiptField {
    time(12, r -> Measures.time(r.at(), ZoneId.systemDefault())),
    stage(7, Receipt::stage),
    outcome(7, Receipt::outcome),
    reason(16, Receipt::reason),
    detail(40, Receipt::detail),
    waited(8, r -> r.waitedMillis() == null ? null : Measures.millis(r.waitedMillis())),
    worked(8, r -> r.waitedMillis() == null ? null : Measures.millis(r.workedMillis())),
    bytes(9, r -> Measures.bytes(r.bytes())),
    id(8, r -> Measures.shortId(r.id())),
    host(24, Receipt::host),
    input(24, Receipt::input),
    origin(24, Receipt::origin),
    version(7, Receipt::version),
    url(60, r -> Objects.requireNonNullElse(r.url(), r.input()));

    static final List<ReceiptField> USUAL = List.of(time, stage, outcome, reason, worked, url);

    private final int width;
    private final Function<Receipt, @Nullable Object> value;

    ReceiptField(int width, Function<Receipt, @Nullable Object> value) {
        this.width = width;
        this.value = value;
    }

    /** In cells: wide enough for nearly all values. */
    int width() {
        return width;
    }

    boolean isNumber() {
        return this == waited || this == worked || this == bytes;
    }

    String of(Receipt receipt) {
        Object found = value.apply(receipt);
        return found == null ? "" : found.toString();
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
