package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Origin;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Live pages, pages that were fetched again, and replays of both, in any order, in batches of any size, some of them
 * twice: what the archive shows is what the newest page and the newest run gave.
 */
class OrderPropertyTest {
    private static final int ARTICLES = 4;
    private static final int FETCHES = 4;
    private static final List<String> REPLAYS = List.of("", "20260301-000000000-aa", "20260302-000000000-aa");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void theNewestPageAndTheNewestRunWin(long seed) {
        Random random = new Random(seed);
        List<Input<EnrichedArticle>> arrivals = arrivals(random);
        Map<String, Input<EnrichedArticle>> newest = new HashMap<>();
        Map<String, Position> published = new HashMap<>();
        Archive archive = Archive.openOrCreate(folder.resolve("archive.db").toString());
        try (Publisher publisher = new Publisher(archive, Clock.systemUTC())) {
            while (!arrivals.isEmpty()) {
                List<Input<EnrichedArticle>> batch =
                        List.copyOf(arrivals.subList(0, Math.min(arrivals.size(), 1 + random.nextInt(9))));
                arrivals.subList(0, batch.size()).clear();
                checkPublished(batch, publisher.applyAll(batch), published);
                batch.forEach(input -> newest.merge(input.value().id(), input, OrderPropertyTest::later));
                newest.values().forEach(input -> checkShown(archive, input));
            }
        }
    }

    /** What is published of an article never goes back. */
    private static void checkPublished(
            List<Input<EnrichedArticle>> batch, List<Answer<Publication>> answers, Map<String, Position> published) {
        for (int i = 0; i < batch.size(); i++) {
            Outcome<Publication> outcome = ((Answer.Of<Publication>) answers.get(i)).outcome();
            if (!(outcome instanceof Outcome.Emit<Publication>)) continue;
            Position position = Position.of(batch.get(i).from());
            Position before = published.put(batch.get(i).value().id(), position);
            boolean again = position.equals(before);
            if (before != null && !again) assertThat(position).isGreaterThan(before);
        }
    }

    private static void checkShown(Archive archive, Input<EnrichedArticle> newest) {
        StoredArticle shown = Objects.requireNonNull(archive.show(newest.value().id()));
        assertThat(Changes.between(shown.article(), newest.value())).isEmpty();
    }

    private static Input<EnrichedArticle> later(Input<EnrichedArticle> a, Input<EnrichedArticle> b) {
        return Collections.max(List.of(a, b), Comparator.comparing(input -> Position.of(input.from())));
    }

    /** In any order; a third of them once more, as after a crash: right behind, so that no decision lies between. */
    private static List<Input<EnrichedArticle>> arrivals(Random random) {
        List<Input<EnrichedArticle>> all = new ArrayList<>();
        for (int article = 0; article < ARTICLES; article++) {
            for (int fetch = 0; fetch < FETCHES; fetch++) {
                for (String replay : REPLAYS) all.add(input(article, fetch, replay, random));
            }
        }
        Collections.shuffle(all, random);
        List<Input<EnrichedArticle>> arrivals = new ArrayList<>();
        for (Input<EnrichedArticle> input : all) {
            arrivals.add(input);
            if (random.nextInt(3) == 0) arrivals.add(input);
        }
        return arrivals;
    }

    /** Two fetches may be of the same moment, and results may say the same. */
    private static Input<EnrichedArticle> input(int article, int fetch, String replay, Random random) {
        String url = "https://example.org/" + article;
        Origin page = new Origin("pages", random.nextInt(3), article * 100L + fetch);
        String text = "Version " + random.nextInt(5) + " of the story.";
        return News.input(
                page,
                News.NOON.plusSeconds(fetch / 2),
                replay.isEmpty() ? null : replay,
                replay.isEmpty() ? "1.0" : "1." + (REPLAYS.indexOf(replay) + random.nextInt(2)),
                News.article(url, "Headline", text));
    }
}
