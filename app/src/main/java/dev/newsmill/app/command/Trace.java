package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.message.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger knows of one page.
 *
 * @param id of the article, as the last stage that answered named it
 * @param page id of the page
 * @param headline of the published article; null where there is none
 * @param passes latest last
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Trace(
        String schema,
        String id,
        String page,
        String url,
        @Nullable String headline,
        List<Way> passes) {

    /**
     * One pass.
     *
     * @param page coordinates of the page
     * @param waitsFor the stage that has not answered yet; null if the way is over
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Way(
            @Nullable String page,
            @Nullable String replay,
            List<Step> steps,
            @Nullable String waitsFor) {}

    /**
     * What one stage did.
     *
     * @param output coordinates of the record that it made; null where there is none, or where nobody took it yet
     * @param result in words
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Step(
            String stage,
            Receipt.Result outcome,
            Instant at,
            @Nullable Double waitedMillis,
            double workedMillis,
            String input,
            @Nullable String output,
            String version,
            String result,
            @Nullable String reason,
            @Nullable String detail,
            SortedMap<String, Long> facts) {}

    /**
     * The trace of a page.
     *
     * @param receipts of that page, as they stand in the ledger; one at least
     * @param chain the stages in order, ingest first
     * @param contentTypes by the coordinates of the page; those that are known
     */
    static Trace of(
            List<Receipt> receipts, List<String> chain, @Nullable String headline, Map<String, String> contentTypes) {
        List<Way> ways = new ArrayList<>();
        for (Pass pass : Pass.of(receipts)) ways.add(way(pass, chain, contentTypes));
        Receipt last = receipts.get(receipts.size() - 1);
        String url = last.url() == null ? last.input() : last.url();
        return new Trace("newsmill.trace/1", last.id(), last.page(), url, headline, ways);
    }

    private static Way way(Pass pass, List<String> chain, Map<String, String> contentTypes) {
        String origin = pass.origin();
        String type = origin == null ? null : contentTypes.get(origin);
        List<Step> steps =
                pass.receipts().stream().map(r -> step(pass, r, type)).toList();
        return new Way(origin, pass.replay(), steps, pass.waitsFor(chain));
    }

    private static Step step(Pass pass, Receipt r, @Nullable String contentType) {
        return new Step(
                r.stage(),
                r.outcome(),
                r.at(),
                r.waitedMillis(),
                r.workedMillis(),
                r.input(),
                pass.output(r),
                r.version(),
                ResultWords.of(r, contentType),
                r.reason(),
                r.detail(),
                r.facts());
    }
}
