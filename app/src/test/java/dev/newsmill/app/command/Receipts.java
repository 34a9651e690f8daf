package dev.newsmill.app.command;

import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Receipts for tests. */
final class Receipts {
    static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    static final String URL = "https://news.example.org/ferry";

    private Receipts() {}

    static Receipt ingested(double second) {
        return receipt("ingest", second, Receipt.Result.emitted, null, null, "list line 1", null, null, Map.of());
    }

    static Receipt cleaned(double second, int page) {
        return emitted("clean", second, page, Map.of("blocks", 5L, "words", 145L, "removed", 1L));
    }

    static Receipt enriched(double second, int page) {
        return emitted("enrich", second, page, Map.of("mentions", 7L, "dates", 1L, "quotes", 0L, "entities", 4L));
    }

    static Receipt published(double second, int page) {
        return emitted("publish", second, page, Map.of("revision", 2L));
    }

    static Receipt emitted(String stage, double second, int page, Map<String, Long> facts) {
        return receipt(
                stage, second, Receipt.Result.emitted, null, null, input(stage, page), origin(page), null, facts);
    }

    static Receipt dropped(String stage, double second, int page, String reason, @Nullable String detail) {
        return receipt(
                stage,
                second,
                Receipt.Result.dropped,
                reason,
                detail,
                input(stage, page),
                origin(page),
                null,
                Map.of());
    }

    static Receipt dead(String stage, double second, int page, String reason, String detail) {
        return receipt(
                stage, second, Receipt.Result.dead, reason, detail, input(stage, page), origin(page), null, Map.of());
    }

    static Receipt replayed(String stage, double second, int page, String replay) {
        return receipt(
                stage, second, Receipt.Result.emitted, null, null, input(stage, page), origin(page), replay, Map.of());
    }

    /** Of the desk: the letter of a stage went back. */
    static Receipt retried(String stage, double second, int page) {
        Receipt r = emitted("dead-letters", second, page, Map.of("attempts", 2L));
        return new Receipt(
                r.id(),
                r.page(),
                r.url(),
                r.host(),
                r.stage(),
                r.outcome(),
                "dead-letters/" + stage + "/0@3",
                null,
                null,
                "dlq.newsmill." + stage + "-0@3",
                r.origin(),
                null,
                r.version(),
                r.at(),
                r.waitedMillis(),
                0,
                r.bytes(),
                r.facts());
    }

    private static String input(String stage, int page) {
        String topic = switch (stage) {
            case "clean" -> "pages";
            case "enrich" -> "articles";
            default -> "enriched";
        };
        return "newsmill." + topic + "-0@" + page;
    }

    private static String origin(int page) {
        return "newsmill.pages-0@" + page;
    }

    private static Receipt receipt(
            String stage,
            double second,
            Receipt.Result outcome,
            @Nullable String reason,
            @Nullable String detail,
            String input,
            @Nullable String origin,
            @Nullable String replay,
            Map<String, Long> facts) {
        boolean fetched = stage.equals("ingest");
        return new Receipt(
                PageId.of(URL),
                PageId.of(URL),
                URL,
                "news.example.org",
                stage,
                outcome,
                stage + "/0@1",
                reason,
                detail,
                input,
                origin,
                replay,
                "1.0",
                NOON.plusMillis((long) (second * 1000)),
                fetched ? null : 12.0,
                fetched ? 0 : 41.25,
                18_240,
                new TreeMap<>(facts));
    }
}
