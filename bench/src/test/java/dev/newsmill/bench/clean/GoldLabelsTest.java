package dev.newsmill.bench.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.clean.CleanOptions;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.clean.Lesson;
import dev.newsmill.message.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GoldLabelsTest {
    private static final String FIRST = "The ferry crossed the lake again on Friday, after two winters in the yard.";
    private static final String SECOND = "Its captain said that the engine had never sounded better than it does now.";

    @Test
    void labelsTheLinesThatTheGoldHas() {
        GoldLabels labels =
                labels("<p>" + FIRST + "</p><p>Read more about ferries of the lake</p><p>" + SECOND + "</p>");
        assertThat(labels.labels).containsExactly(1, 0, 1);
    }

    @Test
    void longLinesWeighMore() {
        GoldLabels labels = labels("<p>" + FIRST + "</p><p>Read more</p>");
        assertThat(labels.weights[0]).isGreaterThan(labels.weights[1]);
    }

    @Test
    void ofCopiesOnlyTheOneAmongTheTextIsText() {
        GoldLabels labels = labels("<div><p>" + FIRST + "</p><p>" + SECOND + "</p></div><aside><p>Most read today here"
                + "</p><p>" + FIRST + "</p></aside>");
        assertThat(labels.labels).containsExactly(1, 1, 0, 0);
    }

    @Test
    void aWordAloneIsNoText() {
        GoldLabels labels = labels("<p>Friday</p><p>What others read on the site today</p><p>" + FIRST + "</p>");
        assertThat(labels.labels).containsExactly(0, 0, 1);
    }

    private static GoldLabels labels(String body) {
        Page page = Page.of(
                "https://lake.example/a",
                ("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/html"));
        Cleaner reader = new Cleaner(CleanOptions.DEFAULT, null);
        return new GoldLabels(Objects.requireNonNull(Lesson.of(reader, page)), FIRST + "\n" + SECOND);
    }
}
