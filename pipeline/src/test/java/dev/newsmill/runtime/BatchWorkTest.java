package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.RetryableException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchWorkTest {
    private final List<Integer> sizes = new ArrayList<>();
    private BatchStage<Page, Article> stage = inputs -> answers(inputs);
    private final BatchStage<Page, Article> counting = inputs -> {
        sizes.add(inputs.size());
        return stage.applyAll(inputs);
    };
    private final BatchWork<Page, Article> work = new BatchWork<>(
            Samples.provider("publish", Page.class, Article.class, counting),
            counting,
            Samples.books("publish"),
            Samples.options(),
            Samples.CLOCK);

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void aBatchGoesToTheStageAsAWhole() throws Exception {
        assertThat(outcomes("a", "b", "c")).containsOnly(Receipt.Result.emitted);
        assertThat(sizes).containsExactly(3);
    }

    @Test
    void unreadableRecordsAreDeadLettersAndTheStageNeverSeesThem() throws Exception {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(batch("a", "b"));
        batch.add(1, Samples.received(new ProducerRecord<>("newsmill.pages", new byte[] {1}), 0, 9));
        List<Settled> settled = work.settle(batch);
        assertThat(settled)
                .extracting(s -> s.receipt().outcome())
                .containsExactly(Receipt.Result.emitted, Receipt.Result.dead, Receipt.Result.emitted);
        assertThat(settled.get(2).receipt().id()).isEqualTo("id-b");
        assertThat(sizes).containsExactly(2);
    }

    @Test
    void aBatchOfUnreadableRecordsDoesNotCallTheStage() throws Exception {
        work.settle(List.of(Samples.received(new ProducerRecord<>("newsmill.pages", new byte[] {1}), 0, 9)));
        assertThat(sizes).isEmpty();
    }

    @Test
    void aRetryableExceptionPassesHoweverOftenItComes() {
        stage = inputs -> {
            throw new RetryableException("the archive is down", new IllegalStateException());
        };
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> outcomes("a", "b"))
                    .isInstanceOf(RetryableException.class)
                    .hasMessage("the archive is down");
        }
    }

    @Test
    void anUnexpectedExceptionIsTriedAgainAndThenOnlyTheCulpritIsADeadLetter() throws Exception {
        stage = inputs -> {
            for (Input<Page> input : inputs) {
                if (Samples.name(input.value()).equals("b")) throw new IllegalStateException("bug");
            }
            return answers(inputs);
        };
        assertThatThrownBy(() -> outcomes("a", "b", "c"))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("bug");
        assertThatThrownBy(() -> outcomes("a", "b", "c")).isInstanceOf(RetryableException.class);
        assertThat(outcomes("a", "b", "c"))
                .containsExactly(Receipt.Result.emitted, Receipt.Result.dead, Receipt.Result.emitted);
        assertThat(sizes).containsExactly(3, 3, 3, 1, 1, 1);
    }

    @Test
    void aGoodBatchClearsTheCount() throws Exception {
        BatchStage<Page, Article> good = stage;
        for (int i = 0; i < 4; i++) {
            stage = inputs -> {
                throw new IllegalStateException("now and then");
            };
            assertThatThrownBy(() -> outcomes("a")).isInstanceOf(RetryableException.class);
            stage = good;
            assertThat(outcomes("a")).containsExactly(Receipt.Result.emitted);
        }
    }

    @Test
    void aStackOverflowIsFoundOneByOneToo() throws Exception {
        stage = inputs -> {
            throw new StackOverflowError();
        };
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> outcomes("a")).isInstanceOf(RetryableException.class);
        }
        assertThat(outcomes("a")).containsExactly(Receipt.Result.dead);
    }

    @Test
    void noMemoryIsFatal() {
        stage = inputs -> {
            throw new OutOfMemoryError();
        };
        assertThatThrownBy(() -> outcomes("a")).isInstanceOf(FatalStageError.class);
    }

    @Test
    void tooFewAnswersAreNeverTakenForThoseOfOtherRecords() throws Exception {
        stage = inputs -> answers(inputs).subList(1, inputs.size());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> outcomes("a", "b"))
                    .isInstanceOf(RetryableException.class)
                    .hasMessageContaining("1 answers to 2 records");
        }
        assertThat(outcomes("a", "b")).containsOnly(Receipt.Result.dead);
    }

    private List<Receipt.Result> outcomes(String... names) throws InterruptedException {
        return work.settle(batch(names)).stream()
                .map(s -> s.receipt().outcome())
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> batch(String... names) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (String name : names) batch.add(Samples.pageRecord(name, 0, batch.size()));
        return batch;
    }

    private static List<Answer<Article>> answers(List<Input<Page>> inputs) {
        List<Answer<Article>> answers = new ArrayList<>();
        for (Input<Page> input : inputs) {
            answers.add(new Answer.Of<>(Outcome.emit(Samples.article(Samples.name(input.value())))));
        }
        return answers;
    }
}
