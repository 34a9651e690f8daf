package dev.newsmill.runtime;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books of withdrawals: each tombstone has its receipt. A tombstone may be there twice, or not any more. Not
 * thread-safe.
 */
final class WithdrawalAccount {
    private final Map<String, String> tombstones = new TreeMap<>();
    private final Set<String> receipts = new HashSet<>();
    private final Map<String, Instant> articles = new HashMap<>();

    static boolean isOurs(@Nullable String event) {
        return event != null && event.startsWith(Takedown.STAGE + "/");
    }

    void tombstone(String event, String at) {
        tombstones.putIfAbsent(event, at);
    }

    void receipt(Receipt receipt) {
        receipts.add(String.valueOf(receipt.event()));
        articles.merge(receipt.id(), receipt.at(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /** True if what the receipt says may be gone since its article was withdrawn later. */
    boolean explains(Receipt emitted) {
        Instant at = articles.get(emitted.id());
        return at != null && !emitted.at().isAfter(at);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        tombstones.forEach((event, at) -> {
            if (!receipts.contains(event)) all.add(new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, Takedown.STAGE, at));
        });
        return all;
    }
}
