package dev.newsmill.publish;

import org.jspecify.annotations.Nullable;

/** The archive cannot be used. The message says the cause, then what would help. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
