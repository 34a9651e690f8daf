package dev.newsmill.app.command;

import dev.newsmill.app.replay.Glob;
import dev.newsmill.message.Receipt;
import java.util.Collection;
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
        this.host = host == null ? null : Glob.pattern(host);
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
}
