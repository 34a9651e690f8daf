package dev.newsmill.runtime;

import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stage {@code ingest}: writes what the sources offer to the topic of pages, with one receipt per offer in the same
 * transaction. Each feed has an id of its own; page {@code n} of it has the event id {@code <feed>/<n>}. Used by one
 * thread.
 */
public final class PageFeed implements AutoCloseable {
    public static final String STAGE = "ingest";
    public static final String VERSION = "1.0";

    private static final Logger log = LoggerFactory.getLogger(PageFeed.class);
    private static final int MAX_BATCH = 200;
    private static final long MAX_BATCH_BYTES = 8L << 20;
    private static final long MAX_BATCH_NANOS = 200_000_000L;
    private static final int DETAIL_CHARS = 500;
    private static final int URL_CHARS = 4000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final int MAX_TRIES = 5;
    private static final long CLOCK_SKEW_MILLIS = 60_000;

    private final String id;
    private final Topics topics;
    private final Clock clock;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Commits commits;
    private final Backoff backoff;
    private final SecureRandom random = new SecureRandom();
    private final MessageCodec codec = new MessageCodec();
    private @Nullable Producer<byte[], byte[]> producer;
    private long count;

    /** Knows whether a receipt was committed. */
    @FunctionalInterface
    interface Commits {
        /** @param since milliseconds since 1970; not before then */
        boolean has(Receipt receipt, long since);
    }

    public PageFeed(KafkaSettings kafka, Topics topics, Clock clock) {
        this(kafka, topics, clock, UUID.randomUUID().toString());
    }

    private PageFeed(KafkaSettings kafka, Topics topics, Clock clock, String id) {
        this(
                id,
                topics,
                clock,
                () -> kafka.transactional(topics.group(STAGE) + "-" + id),
                (receipt, since) -> isInLedger(kafka, topics, receipt, since),
                Backoff.usual());
    }

    /** A feed on these clients; for the feed's own tests. */
    PageFeed(
            String id,
            Topics topics,
            Clock clock,
            Supplier<Producer<byte[], byte[]>> producers,
            Commits commits,
            Backoff backoff) {
        this.id = id;
        this.topics = topics;
        this.clock = clock;
        this.producers = producers;
        this.commits = commits;
        this.backoff = backoff;
    }

    /** The id that the event ids of this feed's pages start with. */
    public String id() {
        return id;
    }

    /**
     * Feeds until there are no more offers or the thread is interrupted. What a slow source gave is not held back: a
     * batch waits 200 ms at the most.
     *
     * @param offers read in another thread, one ahead
     * @param each is told of each receipt, after it is committed
     * @throws KafkaException if Kafka does not take a batch, five times in a row
     * @throws RuntimeException what the source throws, after the offers before it are committed
     */
    public void feed(Iterator<Offer> offers, Consumer<Receipt> each) throws InterruptedException {
        try (OffersAhead ahead = new OffersAhead(offers)) {
            OffersAhead.Step last = null;
            while (last == null) last = feedBatch(ahead, each);
            if (last.error() instanceof Error error) throw error;
            if (last.error() instanceof RuntimeException failed) throw failed;
        }
    }

    /** Feeds what comes within a batch's time; the source's last step, or null if there may be more. */
    private OffersAhead.@Nullable Step feedBatch(OffersAhead ahead, Consumer<Receipt> each)
            throws InterruptedException {
        List<Settled> batch = new ArrayList<>();
        long bytes = 0;
        long began = System.nanoTime();
        OffersAhead.Step step = null;
        while (batch.size() < MAX_BATCH && bytes < MAX_BATCH_BYTES) {
            step = ahead.poll(Math.max(0, MAX_BATCH_NANOS - (System.nanoTime() - began)));
            if (step == null || step.offer() == null) break;
            Settled settled = settle(step.offer());
            batch.add(settled);
            bytes += settled.receipt().bytes();
        }
        commit(batch, each);
        return step == null || step.offer() != null ? null : step;
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) open.close(CLOSE_LIMIT);
    }

    private void commit(List<Settled> batch, Consumer<Receipt> each) throws InterruptedException {
        if (batch.isEmpty()) return;
        long began = clock.millis();
        for (int attempt = 1; ; attempt++) {
            try {
                Producer<byte[], byte[]> open = open();
                if (attempt == 1 || !commits.has(batch.get(0).receipt(), began)) write(open, batch);
                break;
            } catch (KafkaException e) {
                replaceProducer();
                if (e instanceof InterruptException) throw interrupted(e);
                if (attempt == MAX_TRIES) throw e;
                Thread.sleep(backoff.next().toMillis());
            }
        }
        backoff.reset();
        batch.forEach(settled -> each.accept(settled.receipt()));
    }

    private void replaceProducer() {
        try {
            close();
        } catch (KafkaException e) {
            log.debug("the old producer did not close cleanly", e);
        }
    }

    private static InterruptedException interrupted(KafkaException cause) {
        Thread.interrupted(); // the exception says it from here on
        InterruptedException interrupted = new InterruptedException("feed");
        interrupted.initCause(cause);
        return interrupted;
    }

    /** The producer; a new one ends what its predecessor left open, in one way or the other. */
    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    private void write(Producer<byte[], byte[]> open, List<Settled> batch) {
        open.beginTransaction();
        for (Settled settled : batch) for (ProducerRecord<byte[], byte[]> record : settled.records()) open.send(record);
        open.commitTransaction();
    }

    /** Whether a batch came through whose commit got no answer: all of it did if its first receipt is in the ledger. */
    private static boolean isInLedger(KafkaSettings kafka, Topics topics, Receipt first, long since) {
        boolean[] found = {false};
        try (Admin admin = kafka.admin()) {
            Ledger ledger = new Ledger(kafka, topics, admin);
            ledger.read(ledger.since(since - CLOCK_SKEW_MILLIS), receipt -> {
                if (first.event() != null && first.event().equals(receipt.event())) found[0] = true;
            });
        }
        return found[0];
    }

    private Settled settle(Offer offer) {
        String event = id + "/" + count++;
        if (offer.answer() instanceof Answer.Failed<Page> failed) return dead(offer, event, failed.error());
        Outcome<Page> outcome = ((Answer.Of<Page>) offer.answer()).outcome();
        if (outcome instanceof Outcome.Drop<Page> drop) {
            Receipt receipt = receipt(offer, null, event, Receipt.Result.dropped, drop.reason(), drop.detail());
            return settled(null, receipt);
        }
        Page page = ((Outcome.Emit<Page>) outcome).value();
        ProducerRecord<byte[], byte[]> record =
                codec.page(topics.pages(), page, event, VERSION, TraceParent.random(random));
        if (!RecordSize.fits(record)) {
            String detail = RecordSize.of(record) + " bytes, limit " + RecordSize.LIMIT;
            return settled(null, receipt(offer, page, event, Receipt.Result.dropped, "too-large", detail));
        }
        return settled(record, receipt(offer, page, event, Receipt.Result.emitted, null, null));
    }

    private Settled dead(Offer offer, String event, Throwable error) {
        String topic = topics.deadLetters(STAGE);
        Receipt receipt = receipt(
                offer,
                null,
                event,
                Receipt.Result.dead,
                DeadLetters.rootCause(error).getClass().getSimpleName(),
                error.getMessage());
        return settled(DeadLetters.ofPlace(topic, topics.group(STAGE), event, offer.place(), error), receipt);
    }

    private Settled settled(@Nullable ProducerRecord<byte[], byte[]> output, Receipt receipt) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(2);
        if (output != null) records.add(output);
        records.add(Bookkeeper.ledgerRecord(topics, receipt));
        return new Settled(receipt, records);
    }

    private Receipt receipt(
            Offer offer,
            @Nullable Page page,
            String event,
            Receipt.Result outcome,
            @Nullable String reason,
            @Nullable String detail) {
        String url = page == null ? offer.place() : page.url();
        String pageId = page == null ? PageId.of(url) : page.id();
        return new Receipt(
                pageId,
                pageId,
                DeadLetters.cut(url, URL_CHARS),
                Bookkeeper.host(url),
                STAGE,
                outcome,
                event,
                reason,
                detail == null ? null : DeadLetters.cut(detail, DETAIL_CHARS),
                DeadLetters.cut(offer.place(), URL_CHARS),
                null,
                null,
                VERSION,
                clock.instant(),
                null,
                0,
                page == null ? 0 : page.body().length,
                new TreeMap<>());
    }
}
