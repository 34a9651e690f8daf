package dev.newsmill.runtime;

/** Each time a stage worked on this record alone, its process ended. */
public final class ProcessKilledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProcessKilledException(int times) {
        super("the process ended " + times + " times while it worked on this record alone");
    }
}
