package dev.newsmill.runtime;

import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The conservation proof: from the topics alone, that each stage has exactly one receipt for each record that it took,
 * one output for each receipt that says emitted, and one dead letter for each that says so; and that each dead letter
 * which is closed was retried or discarded, once.
 *
 * <p>Runs beside a working mill: it looks at what each stage had committed when the audit began. The parts of one
 * transaction become visible one after the other, so what looks unexplained is looked at again before it is reported.
 */
public final class Audit {
    private static final int LOOKS = 3;
    private static final long PAUSE_MILLIS = 500;
    /** Enough offsets for a record to be among them: what a transaction writes comes before its marker. */
    private static final long BEGINNING = 100;

    private final KafkaSettings kafka;
    private final Topics topics;
    private final List<Link> chain;
    private final TopicReader reader;

    /** A stage and the topics that it stands between. */
    public record Link(String stage, String input, String output) {}

    public Audit(KafkaSettings kafka, Topics topics, List<Link> chain) {
        this.kafka = kafka;
        this.topics = topics;
        this.chain = List.copyOf(chain);
        this.reader = new TopicReader(kafka);
    }

    public AuditReport run() throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            AuditReport report = look(admin);
            for (int i = 1; i < LOOKS && !report.clean(); i++) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                AuditReport next = look(admin);
                List<Finding> lasting = new ArrayList<>(next.findings());
                lasting.retainAll(report.findings());
                report = new AuditReport(next.stages(), lasting);
            }
            return report;
        }
    }

    /** The accounts that the records of the topics are entered in. */
    private record Books(
            Map<String, StageAccount> stages,
            FeedAccount feed,
            LetterAccount letters,
            ReplayAccount replays,
            WithdrawalAccount withdrawals) {

        void receipt(Receipt receipt) {
            StageAccount stage = stages.get(receipt.stage());
            if (stage != null) stage.receipt(receipt);
            if (receipt.stage().equals(PageFeed.STAGE)) feed.receipt(receipt);
            if (receipt.stage().equals(LetterDesk.STAGE)) letters.receipt(receipt);
            if (receipt.stage().equals(ReplayBooks.STAGE)) replays.receipt(receipt);
            if (receipt.stage().equals(Takedown.STAGE)) withdrawals.receipt(receipt);
        }

        /** What came from a dead letter, a replay or a withdrawal is no output of the stage before. */
        void output(ConsumerRecord<byte[], byte[]> record, BiConsumer<@Nullable String, String> others) {
            String event = event(record);
            if (event != null && LetterAccount.isOurs(event)) letters.output(event, at(record));
            else if (event != null && ReplayAccount.isOfReplay(event)) replays.output(event, at(record));
            else if (event != null && WithdrawalAccount.isOurs(event)) withdrawals.tombstone(event, at(record));
            else others.accept(event, at(record));
        }
    }

    private AuditReport look(Admin admin) {
        Books books = open(admin);
        TopicSpan pages = TopicSpan.all(admin, topics.pages());
        TopicSpan receipts = TopicSpan.all(admin, topics.ledger());
        Instant receiptsSince = read(topics.ledger(), receipts.first(BEGINNING), record -> {});
        books.letters.receiptsSince(receiptsSince);
        books.replays.receiptsSince(receiptsSince);
        readPages(admin, pages, books);
        Map<String, Long> waiting = readInputs(books.stages);
        readRevisions(admin, books.stages);
        for (Link link : chain) readOutputs(admin, link, books);
        new Ledger(kafka, topics, admin).read(receipts, books::receipt);
        books.stages.values().forEach(account -> account.excuse(books.withdrawals::explains));
        return report(books, waiting);
    }

    private Books open(Admin admin) {
        Map<String, StageAccount> accounts = new LinkedHashMap<>();
        for (Link link : chain) {
            String group = topics.group(link.stage);
            accounts.put(link.stage, new StageAccount(link.stage, GroupProgress.of(admin, group, link.input)));
        }
        return new Books(accounts, new FeedAccount(), letters(), replays(admin), new WithdrawalAccount());
    }

    private ReplayAccount replays(Admin admin) {
        ReplayAccount account = new ReplayAccount();
        for (Replay replay : new ReplayLog(kafka, topics, admin).all()) {
            account.add(replay, ReplayProgress.of(admin, topics, replay));
        }
        return account;
    }

    private LetterAccount letters() {
        Map<String, String> stages = new HashMap<>();
        stages.put(topics.deadLetters(PageFeed.STAGE), PageFeed.STAGE);
        for (Link link : chain) stages.put(topics.deadLetters(link.stage), link.stage);
        return new LetterAccount(stages);
    }

    private AuditReport report(Books books, Map<String, Long> waiting) {
        List<Tally> tallies = new ArrayList<>(List.of(books.feed.tally()));
        List<Finding> findings = new ArrayList<>(books.feed.findings());
        books.stages.forEach((stage, account) -> {
            tallies.add(account.tally(waiting.getOrDefault(stage, 0L)));
            findings.addAll(account.findings());
        });
        if (!books.letters.isEmpty()) tallies.add(books.letters.tally());
        findings.addAll(books.letters.findings());
        if (!books.replays.isEmpty()) tallies.add(books.replays.tally());
        findings.addAll(books.replays.findings());
        findings.addAll(books.withdrawals.findings());
        return new AuditReport(tallies, findings);
    }

    private void readPages(Admin admin, TopicSpan span, Books books) {
        Instant since = read(topics.pages(), span, record -> books.output(record, books.feed::page));
        books.feed.pagesSince(since);
        books.letters.outputsSince(takerOf(topics.pages()), since);
        readLetters(admin, PageFeed.STAGE, books.letters, books.feed::deadLetter);
    }

    /** Returns the time from which on all letters are there. */
    private Instant readLetters(
            Admin admin, String stage, LetterAccount letters, BiConsumer<@Nullable String, String> each) {
        String topic = topics.deadLetters(stage);
        Instant since = read(topic, TopicSpan.all(admin, topic), record -> {
            LetterClosing closing = LetterClosing.of(record);
            if (closing != null) {
                letters.closing(closing, Instant.ofEpochMilli(record.timestamp()), at(record));
            } else {
                letters.letter(new Letter(stage, record).at());
                each.accept(letter(record), at(record));
            }
        });
        letters.lettersSince(topic, since);
        return since;
    }

    /** The stage whose input a topic is; none for the last one of the chain. */
    private String takerOf(String topic) {
        return chain.stream()
                .filter(link -> link.input.equals(topic))
                .map(Link::stage)
                .findFirst()
                .orElse("");
    }

    /**
     * Reads a span.
     *
     * @return the time from which on no record is gone by its age: that of the oldest record there is, in the partition
     *     that begins last of those that have lost records
     */
    private Instant read(String topic, TopicSpan span, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<Integer, Long> oldest = new HashMap<>();
        reader.read(topic, span, record -> {
            oldest.merge(record.partition(), record.timestamp(), Math::min);
            each.accept(record);
        });
        Instant since = Instant.MIN;
        for (Map.Entry<Integer, Long> begin : span.begin().entrySet()) {
            if (begin.getValue() == 0) continue;
            Long first = oldest.get(begin.getKey());
            Instant here = first == null ? Instant.MAX : Instant.ofEpochMilli(first);
            if (here.isAfter(since)) since = here;
        }
        return since;
    }

    /** Reads the records that each stage took, and counts those that wait. */
    private Map<String, Long> readInputs(Map<String, StageAccount> accounts) {
        Map<String, Long> waiting = new LinkedHashMap<>();
        for (StageAccount account : accounts.values()) {
            GroupProgress progress = account.progress();
            reader.read(progress.topic(), progress.done(), r -> account.input(r.partition(), r.offset()));
            reader.read(progress.topic(), progress.remaining(), r -> waiting.merge(account.stage(), 1L, Long::sum));
        }
        return waiting;
    }

    /** The published topic is compacted: a revision may be gone once there is a newer one. */
    private void readRevisions(Admin admin, Map<String, StageAccount> accounts) {
        for (Link link : chain) {
            if (!link.output.equals(topics.published())) continue;
            StageAccount account = Objects.requireNonNull(accounts.get(link.stage));
            reader.read(link.output, TopicSpan.all(admin, link.output), record -> {
                if (record.key() == null || record.value() == null) return;
                account.revision(new String(record.key(), StandardCharsets.UTF_8), Revisions.of(record.value()));
            });
        }
    }

    private void readOutputs(Admin admin, Link link, Books books) {
        StageAccount account = Objects.requireNonNull(books.stages.get(link.stage));
        TopicSpan outputs = TopicSpan.all(admin, link.output);
        Instant since = read(link.output, outputs, record -> books.output(record, account::output));
        account.outputsSince(since);
        books.letters.outputsSince(takerOf(link.output), since);
        if (link.output.equals(topics.enriched())) books.replays.outputsSince(since);
        account.lettersSince(readLetters(admin, link.stage, books.letters, account::deadLetter));
    }

    private static @Nullable String event(ConsumerRecord<byte[], byte[]> record) {
        return HeaderText.get(record.headers(), HeaderNames.ID);
    }

    private static @Nullable String letter(ConsumerRecord<byte[], byte[]> record) {
        return HeaderText.get(record.headers(), DeadLetters.EVENT);
    }

    private static String at(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
