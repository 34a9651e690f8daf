package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.FakeKafka.Point;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageFeedTest {
    private final FakeKafka kafka = new FakeKafka();
    private final List<Receipt> told = new ArrayList<>();
    private final PageFeed feed = new PageFeed(
            "feed",
            Topics.DEFAULT,
            Samples.CLOCK,
            kafka::producer,
            (receipt, since) -> receipts().stream()
                    .anyMatch(r -> r.event() != null && r.event().equals(receipt.event())),
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)));

    @Test
    void eachPageHasAReceiptInItsTransaction() throws Exception {
        feed(page("a"), page("b"));
        assertThat(kafka.transactions).hasSize(1);
        assertThat(kafka.committed())
                .extracting(ProducerRecord::topic)
                .containsExactly("newsmill.pages", "newsmill.ledger", "newsmill.pages", "newsmill.ledger");
    }

    @Test
    void eventsCountThePagesOfAFeed() throws Exception {
        feed(page("a"), page("b"));
        feed(page("c"));
        assertThat(receipts()).extracting(Receipt::event).containsExactly("feed/0", "feed/1", "feed/2");
    }

    @Test
    void aPageIsKeyedByItsUrlAndItsReceiptSaysWhereItWasFound() throws Exception {
        feed(page("a"));
        assertThat(Samples.key(kafka.committed("newsmill.pages").get(0))).isEqualTo(PageId.of(Samples.url("a")));
        assertThat(receipts().get(0).input()).isEqualTo("place of a");
        assertThat(receipts().get(0).outcome()).isEqualTo(Receipt.Result.emitted);
    }

    @Test
    void receiptsAreToldOnlyAfterTheCommit() throws Exception {
        feed.feed(List.of(page("a")).iterator(), r -> {
            assertThat(kafka.committed()).isNotEmpty();
            told.add(r);
        });
        assertThat(told).hasSize(1);
    }

    @Test
    void aDroppedOfferHasOnlyAReceipt() throws Exception {
        feed(new Offer("robots", new Answer.Of<>(Outcome.drop("robots-txt", "/private"))));
        assertThat(kafka.committed()).extracting(ProducerRecord::topic).containsExactly("newsmill.ledger");
        assertThat(receipts().get(0).reason()).isEqualTo("robots-txt");
    }

    @Test
    void anOfferThatFailedIsADeadLetterThatNamesThePlace() throws Exception {
        feed(new Offer("/no/such/file", new Answer.Failed<>(new FileNotFoundException("/no/such/file"))));
        ProducerRecord<byte[], byte[]> letter =
                kafka.committed("dlq.newsmill.ingest").get(0);
        assertThat(HeaderText.get(letter.headers(), "ce_subject")).isEqualTo("/no/such/file");
        assertThat(HeaderText.get(letter.headers(), DeadLetters.EVENT)).isEqualTo("feed/0");
        assertThat(receipts().get(0).outcome()).isEqualTo(Receipt.Result.dead);
    }

    @Test
    void aPageThatIsTooLargeIsDroppedAndTheOthersAreNot() throws Exception {
        Page large = Page.of(Samples.url("large"), new byte[KafkaSettings.MAX_RECORD_BYTES], Samples.NOW, Map.of());
        feed(page("a"), new Offer("large", new Answer.Of<>(Outcome.emit(large))), page("b"));
        assertThat(kafka.committed("newsmill.pages")).hasSize(2);
        assertThat(receipts().get(1).reason()).isEqualTo("too-large");
    }

    @Test
    void headersCountForTheSizeOfAPage() throws Exception {
        Page large = Page.of(
                Samples.url("large"),
                new byte[1],
                Samples.NOW,
                Map.of("x-huge", "h".repeat(KafkaSettings.MAX_RECORD_BYTES)));
        feed(new Offer("large", new Answer.Of<>(Outcome.emit(large))));
        assertThat(receipts().get(0).reason()).isEqualTo("too-large");
    }

    @Test
    void hugePlacesMakeNoRecordThatCannotBeSent() throws Exception {
        String place = "p".repeat(1 << 20);
        feed(new Offer(place, new Answer.Failed<>(new FileNotFoundException(place))));
        assertThat(kafka.committed()).hasSize(2).allMatch(r -> RecordSize.of(r) < 100_000);
    }

    @Test
    void aSlowSourceDoesNotHoldBackWhatItGave() throws Exception {
        CountDownLatch toldOfTheFirst = new CountDownLatch(1);
        Iterator<Offer> offers = Stream.of("a", "b")
                .map(name -> {
                    if (name.equals("b")) await(toldOfTheFirst);
                    return page(name);
                })
                .iterator();
        feed.feed(offers, receipt -> {
            told.add(receipt);
            toldOfTheFirst.countDown();
        });
        assertThat(told).hasSize(2);
        assertThat(kafka.transactions).hasSize(2);
    }

    @Test
    void whatASourceGaveBeforeItFailedIsFed() {
        Iterator<Offer> offers = Stream.of("a", "b")
                .map(name -> {
                    if (name.equals("b")) throw new IllegalStateException("the disk is gone");
                    return page(name);
                })
                .iterator();
        assertThatThrownBy(() -> feed.feed(offers, told::add)).hasMessage("the disk is gone");
        assertThat(told).hasSize(1);
        assertThat(kafka.committed("newsmill.pages")).hasSize(1);
    }

    @Test
    void manyPagesAreSeveralTransactions() throws Exception {
        feed(IntStream.range(0, 450).mapToObj(i -> page("p" + i)).toArray(Offer[]::new));
        assertThat(kafka.transactions).hasSizeGreaterThanOrEqualTo(3).allMatch(t -> t.size() <= 400);
        assertThat(kafka.committed("newsmill.pages")).hasSize(450);
    }

    @Test
    void largePagesAreSmallerBatches() throws Exception {
        Page big = Page.of(Samples.url("big"), new byte[5 << 20], Samples.NOW, Map.of());
        Offer offer = new Offer("big", new Answer.Of<>(Outcome.emit(big)));
        feed(offer, offer, offer, offer);
        assertThat(kafka.transactions).hasSize(2);
    }

    @Test
    void noOffersAreNoTransaction() throws Exception {
        feed();
        assertThat(kafka.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"INIT", "BEGIN", "SEND", "COMMIT", "COMMIT_ANSWER"})
    void whateverFailsNothingIsLostAndNothingIsDouble(Point point) throws Exception {
        kafka.fail(point, new TimeoutException("no answer"));
        feed(page("a"), page("b"));
        assertThat(kafka.committed("newsmill.pages")).hasSize(2);
        assertThat(receipts()).extracting(Receipt::event).containsExactly("feed/0", "feed/1");
        assertThat(told).hasSize(2);
    }

    @Test
    void aProducerThatDoesNotCloseIsReplacedAllTheSame() throws Exception {
        kafka.fail(Point.SEND, new TimeoutException("no answer"));
        kafka.fail(Point.CLOSE, new KafkaException("broken"));
        feed(page("a"));
        assertThat(kafka.committed("newsmill.pages")).hasSize(1);
    }

    @Test
    void afterFiveTriesItGivesUp() {
        for (int i = 0; i < 5; i++) kafka.fail(Point.SEND, new KafkaException("broken " + i));
        assertThatThrownBy(() -> feed(page("a")))
                .isInstanceOf(KafkaException.class)
                .hasMessage("broken 4");
        assertThat(told).isEmpty();
        assertThat(kafka.committed()).isEmpty();
    }

    @Test
    void anInterruptEndsAFeedWithoutEnd() {
        Thread feeding = Thread.currentThread();
        Iterator<Offer> offers = Stream.concat(
                        Stream.of(0).map(n -> interrupt(feeding)), Stream.generate(() -> page("b")))
                .iterator();
        assertThatThrownBy(() -> feed.feed(offers, told::add)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aSourceThatIsInterruptedByOthersEndsTheFeedWithAnError() {
        Iterator<Offer> offers =
                Stream.generate(() -> interrupt(Thread.currentThread())).iterator();
        assertThatThrownBy(() -> feed.feed(offers, told::add)).hasMessage("the source was interrupted");
    }

    private static Offer interrupt(Thread thread) {
        thread.interrupt();
        return page("a");
    }

    @Test
    void anInterruptInsideOfKafkaIsAnInterruptToo() {
        kafka.fail(Point.SEND, new InterruptException("send"));
        assertThatThrownBy(() -> feed(page("a"))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void feed(Offer... offers) throws InterruptedException {
        feed.feed(List.of(offers).iterator(), told::add);
    }

    private List<Receipt> receipts() {
        return kafka.committed("newsmill.ledger").stream().map(Samples::receipt).toList();
    }

    private static Offer page(String name) {
        byte[] body = name.getBytes(StandardCharsets.UTF_8);
        return new Offer(
                "place of " + name,
                new Answer.Of<>(Outcome.emit(Page.of(Samples.url(name), body, Samples.NOW, Map.of()))));
    }
}
