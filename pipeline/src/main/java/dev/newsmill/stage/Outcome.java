package dev.newsmill.stage;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stage answers. The third answer is an exception: a bug or a broken record, for the dead letters.
 *
 * @param <O> what the stage makes
 */
public sealed interface Outcome<O> {

    /** Here it is. */
    record Emit<O>(O value) implements Outcome<O> {
        public Emit {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Fine, but not for us; counted by reason.
     *
     * @param reason one of a short closed list, in lower-case words with hyphens
     * @param detail the value measured and the limit, for a person; null where the reason says it all
     */
    record Drop<O>(String reason, @Nullable String detail) implements Outcome<O> {
        public Drop {
            Objects.requireNonNull(reason, "reason");
        }
    }

    static <O> Outcome<O> emit(O value) {
        return new Emit<>(value);
    }

    static <O> Outcome<O> drop(String reason) {
        return new Drop<>(reason, null);
    }

    static <O> Outcome<O> drop(String reason, @Nullable String detail) {
        return new Drop<>(reason, detail);
    }
}
