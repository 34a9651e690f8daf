package dev.newsmill.runtime;

/** What a crash may do to a record. */
public enum DeliveryMode {
    /** Output, receipt and offset become visible together or not at all. */
    EXACTLY_ONCE,
    /** Only to measure against: after a crash, outputs and receipts may be there twice. */
    AT_LEAST_ONCE
}
