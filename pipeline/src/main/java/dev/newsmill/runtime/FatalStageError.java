package dev.newsmill.runtime;

import org.jspecify.annotations.Nullable;

/** The process cannot go on with this stage; nothing of the batch was committed. A new process will try again. */
public final class FatalStageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FatalStageError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
