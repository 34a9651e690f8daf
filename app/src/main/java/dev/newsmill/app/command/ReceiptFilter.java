package dev.newsmill.app.command;

import dev.newsmill.message.Receipt;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which receipts a person wants to see. */
final class ReceiptFilter implements Predicate<Receipt> {
    private final Set<String> stages;
    private final @Nullable Pattern host;
    private final Receipt.@Nullable Result outcome;

    /**
     * A filter.
     *
     * @param stages none for all
     * @param host glob; null for all, and those without a host
     * @param outcome null for all
     */
    ReceiptFilter(Collection<String> stages, @Nullable String host, Receipt.@Nullable Result outcome) {
        this.stages = Set.copyOf(stages);
        this.host = host == null ? null : glob(host);
        this.outcome = outcome;
    }

    @Override
    public boolean test(Receipt receipt) {
        return (stages.isEmpty() || stages.contains(receipt.stage()))
                && (outcome == null || outcome == receipt.outcome())
                && (host == null
                        || (receipt.host() != null
                                && host.matcher(receipt.host()).matches()));
    }

    /** The pattern of a glob over hosts: {@code *} is any text, {@code ?} any character, upper case as lower case. */
    static Pattern glob(String glob) {
        StringBuilder pattern = new StringBuilder();
        glob.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c == '*') pattern.append(".*");
            else if (c == '?') pattern.append('.');
            else pattern.append(Pattern.quote(Character.toString(c)));
        });
        return Pattern.compile(pattern.toString());
    }
}
