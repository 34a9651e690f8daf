package dev.newsmill.app.console;

import org.jspecify.annotations.Nullable;

/** A command cannot go on. What is printed: the cause, then, as the last line, the fix. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String fix;

    private CommandException(int exitCode, String cause, String fix, @Nullable Throwable error) {
        super(cause, error);
        this.exitCode = exitCode;
        this.fix = fix;
    }

    /** Exit code 1. */
    public static CommandException failed(String cause, String fix) {
        return new CommandException(ExitCode.FAILED, cause, fix, null);
    }

    public static CommandException failed(String cause, String fix, @Nullable Throwable error) {
        return new CommandException(ExitCode.FAILED, cause, fix, error);
    }

    /** Exit code 2. */
    public static CommandException usage(String cause, String fix) {
        return new CommandException(ExitCode.USAGE, cause, fix, null);
    }

    /** Exit code 5. */
    public static CommandException notFound(String cause, String fix) {
        return new CommandException(ExitCode.NOT_FOUND, cause, fix, null);
    }

    /** Exit code 6. */
    public static CommandException unreachable(String cause, String fix, @Nullable Throwable error) {
        return new CommandException(ExitCode.UNREACHABLE, cause, fix, error);
    }

    /** Exit code 8. */
    public static CommandException refused(String cause, String fix) {
        return new CommandException(ExitCode.REFUSED, cause, fix, null);
    }

    public int exitCode() {
        return exitCode;
    }

    public String fix() {
        return fix;
    }
}
