package dev.newsmill.stage;

import java.util.Objects;

/** An outcome, or the error instead of it. */
public sealed interface Answer<O> {
    /** The stage answered. */
    record Of<O>(Outcome<O> outcome) implements Answer<O> {
        public Of {
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** The record cannot be processed: it becomes a dead letter. */
    record Failed<O>(Throwable error) implements Answer<O> {
        public Failed {
            Objects.requireNonNull(error, "error");
        }
    }
}
