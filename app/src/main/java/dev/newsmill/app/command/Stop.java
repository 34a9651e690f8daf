package dev.newsmill.app.command;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits for Ctrl-C or SIGTERM. The first one asks to finish, the second Ctrl-C ends the process at once. */
final class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    private Stop() {}

    /** Takes over the signals for the rest of the process's life. */
    static Stop onSignals(Console console, Thread worker) {
        Stop stop = new Stop();
        sun.misc.Signal.handle(new sun.misc.Signal("INT"), signal -> {
            if (stop.interrupted.getAndSet(true)) Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            console.say("Stopping after the batch at hand; Ctrl-C again stops at once.");
            stop.asked.countDown();
            worker.interrupt();
        });
        sun.misc.Signal.handle(new sun.misc.Signal("TERM"), signal -> {
            stop.asked.countDown();
            worker.interrupt();
        });
        return stop;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** 130 after Ctrl-C, 0 after SIGTERM. */
    int exitCode() {
        return interrupted.get() ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }
}
