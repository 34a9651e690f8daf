package dev.newsmill.app.command;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.LetterDesk;
import dev.newsmill.runtime.Takedown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a receipt says, in words: "18 blocks, 412 words, 7 parts removed". */
final class ResultWords {
    private static final Map<String, String> MISSING = Map.of(
            "missing.headline", "no headline", "missing.datePublished", "no date", "missing.authors", "no author");

    private ResultWords() {}

    /** @param contentType of the page, for ingest; null where nobody knows */
    static String of(Receipt receipt, @Nullable String contentType) {
        return switch (receipt.outcome()) {
            case emitted -> emitted(receipt, contentType);
            case dropped -> "dropped: " + why(receipt);
            case dead -> "dead letter: " + why(receipt);
        };
    }

    private static String why(Receipt receipt) {
        String reason = receipt.reason() == null ? "no reason given" : receipt.reason();
        return receipt.detail() == null ? reason : reason + " (" + receipt.detail() + ")";
    }

    private static String emitted(Receipt receipt, @Nullable String contentType) {
        SortedMap<String, Long> facts = receipt.facts();
        return switch (receipt.stage()) {
            case "ingest" -> Measures.bytes(receipt.bytes()) + (contentType == null ? "" : " " + contentType);
            case "clean" -> cleaned(facts);
            case "enrich" -> words(facts, "mentions", "name", "entities", null, "dates", "date", "quotes", "quote");
            case LetterDesk.STAGE ->
                "back to " + stageOf(receipt) + ", after "
                        + Measures.count(facts.getOrDefault("attempts", 1L), "attempt");
            case Takedown.STAGE -> "withdrawn: " + receipt.detail();
            case "publish" -> "revision " + facts.getOrDefault("revision", 0L);
            default ->
                facts.entrySet().stream()
                        .map(f -> f.getKey() + " " + Measures.count(f.getValue()))
                        .collect(Collectors.joining(", "));
        };
    }

    /** The stage that a retried letter's record went back to: {@code dead-letters/clean/0@3}. */
    static String stageOf(Receipt receipt) {
        String[] event =
                receipt.event() == null ? new String[0] : receipt.event().split("/", -1);
        return event.length > 1 ? event[1] : "its stage";
    }

    private static String cleaned(SortedMap<String, Long> facts) {
        StringBuilder words = new StringBuilder(words(facts, "blocks", "block", "words", "word"));
        Long removed = facts.get("removed");
        if (removed != null)
            words.append(", ").append(Measures.count(removed, "part")).append(" removed");
        facts.keySet().forEach(fact -> {
            if (MISSING.containsKey(fact)) words.append(", ").append(MISSING.get(fact));
        });
        return words.toString();
    }

    /** Pairs of a fact and its noun; no noun means that the fact is named as it is. */
    private static String words(SortedMap<String, Long> facts, @Nullable String... pairs) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Long count = pairs[i] == null ? null : facts.get(pairs[i]);
            if (count == null || (count == 0 && i > 0)) continue;
            String noun = pairs[i + 1];
            words.add(noun == null ? Measures.count(count) + " " + pairs[i] : Measures.count(count, noun));
        }
        return String.join(", ", words);
    }
}
