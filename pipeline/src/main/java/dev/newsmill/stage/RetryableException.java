package dev.newsmill.stage;

/** The same record may work later: something that the stage needs is down. */
public final class RetryableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RetryableException(String message, Throwable cause) {
        super(message, cause);
    }
}
