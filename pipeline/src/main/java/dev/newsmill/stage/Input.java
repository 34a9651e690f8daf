package dev.newsmill.stage;

import java.util.Objects;

/** A record's value and where it comes from. */
public record Input<I>(I value, Provenance from) {
    public Input {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(from, "from");
    }
}
