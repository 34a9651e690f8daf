package dev.newsmill.app.console;

/** What the process's exit says. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    /** A check is not met, or differences were found. */
    public static final int CHECK = 3;

    public static final int NOT_FOUND = 5;
    /** The server or the broker cannot be reached. */
    public static final int UNREACHABLE = 6;

    public static final int PARTLY = 7;
    public static final int REFUSED = 8;
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
