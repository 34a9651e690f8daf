package dev.newsmill.app.mill;

import dev.newsmill.message.Message;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.LoopState;
import dev.newsmill.runtime.StageLoop;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.StageProvider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stage that runs in this process, on a thread of its own. */
public final class Hosted implements AutoCloseable {
    private final StageLoop loop;

    private Hosted(StageLoop loop) {
        this.loop = loop;
        Thread thread = new Thread(loop, loop.name() + "-loop");
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens the stage with {@code settings} and starts it. */
    public static <I extends Message, O extends Message> Hosted start(
            StageProvider<I, O> provider,
            KafkaSettings kafka,
            Topics topics,
            Map<String, String> settings,
            LoopOptions options) {
        return new Hosted(StageLoop.open(kafka, topics, provider, provider.open(settings), options));
    }

    public String name() {
        return loop.name();
    }

    public LoopState state() {
        return loop.state();
    }

    public StageLoop.Counts counts() {
        return loop.counts();
    }

    /** Why the stage ended by itself; null as long as it has not. */
    public @Nullable RuntimeException failure() {
        return loop.failure();
    }

    /** Finishes the batch at hand and stops. */
    @Override
    public void close() {
        loop.close();
    }
}
