package dev.newsmill.ingest;

import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;

/** Something that is never fetched: it becomes a drop. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    private RefusedException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    static RefusedException url(String why) {
        return new RefusedException("refused-url", why);
    }

    static RefusedException address(String why) {
        return new RefusedException("refused-address", why);
    }

    Outcome<Page> drop() {
        return Outcome.drop(reason, getMessage());
    }
}
