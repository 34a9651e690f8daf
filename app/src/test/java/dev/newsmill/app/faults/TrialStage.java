package dev.newsmill.app.faults;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.StageLoop;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.nio.file.Path;
import java.util.Map;

/** A stage that does the worst that a stage can do, if the page's address asks for it. No service: tests run it. */
final class TrialStage implements StageProvider<Page, Article> {
    static final String NAME = "trial";

    private volatile boolean released;

    /** Runs the stage until the process ends: BOOTSTRAP PREFIX STATE-FOLDER. */
    public static void main(String[] args) {
        TrialStage trial = new TrialStage();
        LoopOptions options = LoopOptions.of("one", Path.of(args[2]));
        StageLoop.open(KafkaSettings.of(args[0]), new Topics(args[1]), trial, trial.open(Map.of()), options)
                .run();
    }

    /** Ends the endless loops, so that they do not outlive their test. */
    void release() {
        released = true;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public Class<Page> input() {
        return Page.class;
    }

    @Override
    public Class<Article> output() {
        return Article.class;
    }

    @Override
    public Stage<Page, Article> open(Map<String, String> options) {
        return this::apply;
    }

    private Outcome<Article> apply(Page page) {
        if (page.url().contains("loop")) loop();
        if (page.url().contains("overflow")) deepen(0);
        if (page.url().contains("throw")) throw new IllegalStateException("asked for");
        if (page.url().contains("halt")) Runtime.getRuntime().halt(7);
        String text = page.url().contains("large") ? "x".repeat(KafkaSettings.MAX_RECORD_BYTES) : "text";
        return Outcome.emit(Article.ofText(page.id(), page.url(), text, null));
    }

    private void loop() {
        while (!released) Thread.onSpinWait();
    }

    private static int deepen(int depth) {
        return depth < 0 ? depth : deepen(depth + 1) + 1;
    }
}
