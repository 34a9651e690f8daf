package dev.newsmill.runtime;

/** Names of the record headers: CloudEvents 1.0 in binary mode, W3C trace context, and our own. */
final class HeaderNames {
    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String CONTENT_TYPE = "content-type";
    static final String TRACE_PARENT = "traceparent";
    static final String ORIGIN = "newsmill-origin";
    static final String VERSION = "newsmill-version";
    static final String REPLAY = "newsmill-replay";
    /** Coordinates of the dead letter that a record comes back from, or that a closing closes. */
    static final String LETTER = "newsmill-letter";
    /** On closings: what was done with the letter. */
    static final String CLOSED = "newsmill-closed";
    /** On closings: what a person said about it. */
    static final String NOTE = "newsmill-note";
    /** In front of what HTTP said about a page; {@code :status} and {@code :url} are {@code http-status, http-url}. */
    static final String HTTP = "http-";

    private HeaderNames() {}
}
