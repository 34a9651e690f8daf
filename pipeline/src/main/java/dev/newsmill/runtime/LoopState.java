package dev.newsmill.runtime;

/** How a loop is. */
public enum LoopState {
    STARTING,
    RUNNING,
    /** Something failed; it waits before it tries again. */
    WAITING,
    STOPPED,
    /** It ended by itself and does not come back. */
    FAILED
}
