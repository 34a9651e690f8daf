package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.PageId;
import dev.newsmill.stage.Input;
import java.util.regex.Pattern;

/**
 * A result that asks to become the current revision of its article.
 *
 * @param place its index in the batch
 */
record Candidate(int place, EnrichedArticle article, Position position) {
    /** What may be a key: the same in every database, whatever its encoding and its order. */
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private static final Pattern RUN = Pattern.compile("[ -~]{0,1000}");

    Candidate {
        if (!KEY.matcher(article.id()).matches()) throw bad("article id", article.id(), position);
        Run run = position.run();
        if (!RUN.matcher(run.replay()).matches()) throw bad("replay id", run.replay(), position);
        if (!RUN.matcher(run.versions()).matches()) throw bad("stage versions", run.versions(), position);
    }

    private static IllegalArgumentException bad(String what, String value, Position position) {
        String shown = value.length() <= 50 ? value : value.substring(0, 50) + "…";
        return new IllegalArgumentException("bad " + what + " '" + shown + "' from page " + position.page());
    }

    static Candidate of(int place, Input<EnrichedArticle> input) {
        return new Candidate(place, input.value(), Position.of(input.from()));
    }

    String id() {
        return article.id();
    }

    /** Of the page that it comes from. */
    String pageId() {
        return PageId.of(article.url());
    }

    Key key() {
        return new Key(id(), position.page().toString(), position.run());
    }

    /** What a decision is remembered by: the same article from the same page in the same run is the same result. */
    record Key(String id, String page, Run run) {}
}
