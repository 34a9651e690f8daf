package dev.newsmill.runtime;

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
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The conservation proof: from the topics alone, that each stage has exactly one receipt for each record that it took,
 * one output for each receipt that says emitted, and one dead letter for each that says so.
 *
 * <p>Runs beside a working mill: it looks at what each stage had committed when the audit began. The parts of one
 * transaction become visible one after the other, so what looks unexplained is looked at again before it is reported.
 */
public final class Audit {
    private static final int LOOKS = 3;
    private static final long PAUSE_MILLIS = 500;

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

    private AuditReport look(Admin admin) {
        Map<String, StageAccount> accounts = new LinkedHashMap<>();
        for (Link link : chain) {
            String group = topics.group(link.stage);
            accounts.put(link.stage, new StageAccount(link.stage, GroupProgress.of(admin, group, link.input)));
        }
        FeedAccount feed = new FeedAccount();
        TopicSpan pages = TopicSpan.all(admin, topics.pages());
        TopicSpan receipts = TopicSpan.all(admin, topics.ledger());
        readPages(admin, pages, feed);
        Map<String, Long> waiting = readInputs(accounts);
        readRevisions(admin, accounts);
        for (Link link : chain) readOutputs(admin, link, Objects.requireNonNull(accounts.get(link.stage)));
        readReceipts(admin, receipts, accounts, feed);
        return report(accounts, feed, waiting);
    }

    private AuditReport report(Map<String, StageAccount> accounts, FeedAccount feed, Map<String, Long> waiting) {
        List<Tally> tallies = new ArrayList<>(List.of(feed.tally()));
        List<Finding> findings = new ArrayList<>(feed.findings());
        accounts.forEach((stage, account) -> {
            tallies.add(account.tally(waiting.getOrDefault(stage, 0L)));
            findings.addAll(account.findings());
        });
        return new AuditReport(tallies, findings);
    }

    private void readPages(Admin admin, TopicSpan span, FeedAccount feed) {
        Instant since = read(topics.pages(), span, record -> feed.page(event(record), at(record)));
        feed.pagesSince(since);
        String letters = topics.deadLetters(PageFeed.STAGE);
        reader.read(letters, TopicSpan.all(admin, letters), record -> feed.deadLetter(letter(record), at(record)));
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

    private void readReceipts(Admin admin, TopicSpan span, Map<String, StageAccount> accounts, FeedAccount feed) {
        new Ledger(kafka, topics, admin).read(span, receipt -> {
            StageAccount account = accounts.get(receipt.stage());
            if (account != null) account.receipt(receipt);
            if (receipt.stage().equals(PageFeed.STAGE)) feed.receipt(receipt);
        });
    }

    private void readOutputs(Admin admin, Link link, StageAccount account) {
        TopicSpan outputs = TopicSpan.all(admin, link.output);
        account.outputsSince(read(link.output, outputs, record -> account.output(event(record), at(record))));
        String letters = topics.deadLetters(link.stage);
        reader.read(letters, TopicSpan.all(admin, letters), record -> account.deadLetter(letter(record), at(record)));
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
