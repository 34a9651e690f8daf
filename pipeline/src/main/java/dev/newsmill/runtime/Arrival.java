package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.Provenance;

/**
 * A record that was read: its value, and what its headers say.
 *
 * @param event CloudEvents id
 * @param pageId id of the page that it comes from
 * @param pageUrl URL of that page
 * @param traceParent W3C trace context
 */
public record Arrival<I extends Message>(
        I value, Provenance from, String event, String pageId, String pageUrl, String traceParent) {

    Input<I> input() {
        return new Input<>(value, from);
    }
}
