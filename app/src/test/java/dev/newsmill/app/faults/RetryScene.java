package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Page;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.AuditReport;
import dev.newsmill.runtime.DeadLetterTopic;
import dev.newsmill.runtime.GroupProgress;
import dev.newsmill.runtime.Letter;
import dev.newsmill.runtime.LetterClosing;
import dev.newsmill.runtime.LetterDesk;
import dev.newsmill.runtime.LetterEdit;
import dev.newsmill.runtime.LetterRehearsal;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.StageLoop;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.stage.Offer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A hundred dead letters of three causes, of which a right charset ends one; on whatever broker. */
final class RetryScene {
    static final int CHARSET = 60;
    static final int DEEP = 25;
    static final int ODD = 15;
    static final int ALL = CHARSET + DEEP + ODD;
    static final LetterEdit RIGHT_CHARSET = LetterEdit.of(Map.of("charset", "windows-1251"));

    private static final int GOOD = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lab lab;
    private final StrictStage strict = new StrictStage();

    RetryScene(Lab lab) {
        this.lab = lab;
    }

    void feed() throws InterruptedException {
        List<Offer> offers = new ArrayList<>();
        MadePages.offers(0, GOOD).forEachRemaining(offers::add);
        for (int n = 0; n < CHARSET; n++) offers.add(MadePages.offer(russian(n)));
        for (int n = 0; n < DEEP; n++) offers.add(offer("deep", n));
        for (int n = 0; n < ODD; n++) offers.add(offer("odd", n));
        lab.feed(offers.iterator());
    }

    private static Page russian(int number) {
        byte[] body = ("Мост номер " + number + " открыт").getBytes(Charset.forName("windows-1251"));
        return MadePages.page("https://news.example/charset/" + number, body, "text/html; charset=utf-8");
    }

    private static Offer offer(String cause, int number) {
        return MadePages.offer(MadePages.page("https://news.example/" + cause + "/" + number, MadePages.html(number)));
    }

    /** Lets the stage work until it is through; what was fed a moment ago must count as there. */
    void work() throws InterruptedException {
        awaitMarkers();
        LoopOptions options = LoopOptions.of("one", null);
        try (StageLoop loop = StageLoop.open(lab.kafka(), lab.topics(), strict, strict.open(Map.of()), options)) {
            Thread thread = new Thread(loop, "strict");
            thread.start();
            Await.until("end", PATIENCE, () -> progress().lag() == 0);
            assertThat(loop.failure()).isNull();
        }
        awaitMarkers();
    }

    private GroupProgress progress() {
        return GroupProgress.of(
                lab.admin(), lab.topics().group(StrictStage.NAME), lab.topics().pages());
    }

    AuditReport audit() throws InterruptedException {
        var link = new Audit.Link(
                StrictStage.NAME, lab.topics().pages(), lab.topics().articles());
        return new Audit(lab.kafka(), lab.topics(), List.of(link)).run();
    }

    List<Letter> open() {
        List<ConsumerRecord<byte[], byte[]>> records = lab.records(lab.topics().deadLetters(StrictStage.NAME));
        Set<Origin> closed = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            LetterClosing closing = LetterClosing.of(record);
            if (closing != null) closed.add(closing.letter());
        }
        return records.stream()
                .filter(record -> LetterClosing.of(record) == null)
                .map(record -> new Letter(StrictStage.NAME, record))
                .filter(letter -> !closed.contains(letter.at()))
                .toList();
    }

    Map<Receipt.Result, Long> rehearse(List<Letter> letters, LetterEdit edit) throws InterruptedException {
        LoopOptions options = LoopOptions.of("trial", null);
        try (LetterRehearsal rehearsal = LetterRehearsal.open(lab.topics(), strict, strict.open(Map.of()), options)) {
            return rehearsal.receipts(letters, edit).stream()
                    .collect(Collectors.groupingBy(Receipt::outcome, Collectors.counting()));
        }
    }

    long retry(Collection<Letter> letters, LetterEdit edit) throws InterruptedException {
        try (LetterDesk desk = desk()) {
            long count = desk.retry(StrictStage.NAME, lab.topics().pages(), places(letters), edit);
            awaitMarkers();
            return count;
        }
    }

    long discard(Collection<Letter> letters, String note) throws InterruptedException {
        try (LetterDesk desk = desk()) {
            long count = desk.discard(StrictStage.NAME, places(letters), note);
            awaitMarkers();
            return count;
        }
    }

    /** A commit's answer comes before all readers see what it committed. */
    private void awaitMarkers() throws InterruptedException {
        String letters = lab.topics().deadLetters(StrictStage.NAME);
        for (String topic : List.of(letters, lab.topics().pages(), lab.topics().ledger())) {
            Await.until(
                    "markers",
                    PATIENCE,
                    () -> TopicSpan.all(lab.admin(), topic).equals(TopicSpan.written(lab.admin(), topic)));
        }
    }

    LetterDesk desk() {
        return new LetterDesk(lab.kafka(), lab.topics(), lab.admin(), Clock.systemUTC());
    }

    static List<Origin> places(Collection<Letter> letters) {
        return letters.stream().map(Letter::at).toList();
    }

    DeadLetterTopic topic() {
        return new DeadLetterTopic(lab.kafka(), lab.topics(), lab.admin(), StrictStage.NAME);
    }

    static Map<String, Long> causes(Collection<Letter> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> text(letter, "__dlq.errors.exception.class").replaceAll(".*\\.", ""),
                        Collectors.counting()));
    }

    /** The place where the record was first: its identity. */
    static String place(Letter letter) {
        return text(letter, "__dlq.errors.topic") + "-" + text(letter, "__dlq.errors.partition") + "@"
                + text(letter, "__dlq.errors.offset");
    }

    static String text(Letter letter, String header) {
        return new String(letter.record().headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
