package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Page;
import dev.newsmill.message.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, options and the small sums of this package. */
class SettingsTest {
    @Test
    void pausesDoubleUpToTheLimitAndStartAnew() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));
        assertThat(List.of(backoff.next(), backoff.next(), backoff.next(), backoff.next()))
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, 350L, 350L);
        backoff.reset();
        assertThat(backoff.next()).hasMillis(100);
    }

    @Test
    void topicsAreNamedAfterTheirNounsAndGroupsAfterTheirVerbs() {
        Topics topics = new Topics("x.");
        assertThat(topics.chain()).containsExactly("x.pages", "x.articles", "x.enriched", "x.published");
        assertThat(topics.deadLetters("clean")).isEqualTo("dlq.x.clean");
        assertThat(topics.group("clean")).isEqualTo("x.clean");
    }

    @Test
    void eachMessageHasItsTopic() {
        assertThat(List.of(Page.class, Article.class, EnrichedArticle.class, Publication.class))
                .extracting(Topics.DEFAULT::of)
                .containsExactlyElementsOf(Topics.DEFAULT.chain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "ä", "a\n"})
    void aPrefixThatKafkaWouldRefuseIsRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Topics(prefix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "../x"})
    void anInstanceNameThatIsNoFileNameIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> LoopOptions.of(name, null));
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        LoopOptions options = LoopOptions.of("a", null);
        assertThatIllegalArgumentException().isThrownBy(() -> options.withThreads(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxPollRecords(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withRecordLimit(Duration.ZERO));
    }

    @Test
    void anOptionChangesOnlyItself() {
        LoopOptions options = LoopOptions.of("a", null).withThreads(7);
        LoopOptions changed = options.withMaxPollRecords(3).withDelivery(DeliveryMode.AT_LEAST_ONCE, false);
        assertThat(changed.threads()).isEqualTo(7);
        assertThat(changed.maxPollRecords()).isEqualTo(3);
        assertThat(changed.receipts()).isFalse();
        assertThat(changed.recordLimit()).isEqualTo(options.recordLimit());
    }

    @Test
    void theRevisionOfAPublicationIsReadWithoutTheRest() {
        assertThat(Revisions.of(MessageCodec.json(Samples.publication("a", 17))))
                .isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"revision\":", "{\"revision\":\"2\"}", "{\"revision\":99999999999999}", "x"})
    void whatHasNoRevisionHasRevisionZero(String json) {
        assertThat(Revisions.of(json.getBytes(StandardCharsets.UTF_8))).isZero();
    }

    @ParameterizedTest(name = "begin {0}, end {1}, committed {2}")
    @CsvSource({"0, 10, 4, 6", "0, 10, 10, 0", "5, 10, 2, 5", "0, 10, , 10", "0, 0, , 0", "0, 10, 99, 0"})
    void whatAGroupHasNotDealtWith(long begin, long end, @org.jspecify.annotations.Nullable Long committed, long lag) {
        TreeMap<Integer, Long> offsets = new TreeMap<>();
        if (committed != null) offsets.put(0, committed);
        GroupProgress progress = new GroupProgress("t", span(begin, end), offsets);
        assertThat(progress.lag()).isEqualTo(lag);
        assertThat(progress.done().size() + progress.lag()).isEqualTo(end - begin);
    }

    @Test
    void aSpanAfterAnotherIsWhatCameSince() {
        assertThat(span(0, 10).after(span(0, 4)).size()).isEqualTo(6);
        assertThat(span(0, 10)
                        .after(new TopicSpan(new TreeMap<>(), new TreeMap<>()))
                        .size())
                .isEqualTo(10);
    }

    private static TopicSpan span(long begin, long end) {
        return new TopicSpan(new TreeMap<>(Map.of(0, begin)), new TreeMap<>(Map.of(0, end)));
    }
}
