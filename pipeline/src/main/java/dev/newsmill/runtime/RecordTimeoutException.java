package dev.newsmill.runtime;

import java.time.Duration;

/** A stage took longer for one record than it may. The stack is that of the stage's thread at that moment. */
public final class RecordTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordTimeoutException(Duration limit, Thread thread) {
        super("not done within " + limit.toMillis() + " ms");
        setStackTrace(thread.getStackTrace());
    }
}
