package dev.newsmill.app.console;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on stderr where somebody is looking, else nothing. Thread-safe. */
public final class Progress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Starts a bar.
     *
     * @param total steps in all; -1 if nobody knows
     */
    public static Progress start(Console console, String task, String unit, long total) {
        if (!console.interactive()) return new Progress(null);
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .setMaxRenderedLength(100)
                .build());
    }

    public void at(long step, String note) {
        if (bar == null) return;
        bar.stepTo(step);
        bar.setExtraMessage(" " + note);
    }

    public void total(long total) {
        if (bar != null) bar.maxHint(total);
    }

    @Override
    public void close() {
        if (bar != null) bar.close();
    }
}
