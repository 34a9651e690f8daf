package dev.newsmill.app.mill;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.runtime.LoopOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the settings mean for stages and outlets. */
public final class StageSettings {
    private static final int PAGES_A_POLL = 50;
    private static final int ARTICLES_A_POLL = 300;

    private StageSettings() {}

    /** The options that a stage or an outlet is opened with. */
    public static Map<String, String> options(Settings settings, String archive, Path out) {
        Map<String, String> options = new HashMap<>();
        options.put("archive", archive);
        options.put("out", settings.given(Setting.OUT).orElse(out.toString()));
        return options;
    }

    /**
     * How a stage's loop runs. Pages are large, so a batch has fewer of them.
     *
     * @param state folder for crash marks; null for none
     */
    public static LoopOptions loop(Settings settings, String stage, String instance, @Nullable Path state) {
        int threads = settings.number(Setting.THREADS, 0, 256);
        LoopOptions options = LoopOptions.of(instance, state)
                .withMaxPollRecords(stage.equals("clean") ? PAGES_A_POLL : ARTICLES_A_POLL)
                .withRecordLimit(Duration.ofSeconds(settings.number(Setting.RECORD_LIMIT, 1, 3600)));
        return threads == 0 ? options : options.withThreads(threads);
    }
}
