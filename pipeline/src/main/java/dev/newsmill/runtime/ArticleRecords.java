package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** Finds the records that still hold something of an article, by reading whole topics; and deletes them. */
public final class ArticleRecords {
    private final KafkaSettings kafka;
    private final Topics topics;
    private final Admin admin;

    /** Looks through a mill with an {@code admin} that it does not close. */
    public ArticleRecords(KafkaSettings kafka, Topics topics, Admin admin) {
        this.kafka = kafka;
        this.topics = topics;
        this.admin = admin;
    }

    /**
     * What is looked for.
     *
     * @param ids of the article and of the pages that it came from
     * @param pages coordinates of pages that it came from
     */
    public record Wanted(String article, Set<String> ids, Set<Origin> pages) {
        public Wanted {
            ids = Set.copyOf(ids);
            pages = Set.copyOf(pages);
        }

        /** True for a page, or a dead letter of one: by its key, its URL, or its coordinates. */
        private boolean isPage(ConsumerRecord<byte[], byte[]> record) {
            String url = HeaderText.get(record.headers(), HeaderNames.SUBJECT);
            String origin = HeaderText.get(record.headers(), HeaderNames.ORIGIN);
            return ids.contains(key(record))
                    || pages.contains(new Origin(record.topic(), record.partition(), record.offset()))
                    || (url != null && ids.contains(PageId.of(url)))
                    || (origin != null
                            && pages.stream().anyMatch(page -> page.toString().equals(origin)));
        }

        private boolean isArticle(ConsumerRecord<byte[], byte[]> record) {
            return article.equals(key(record));
        }
    }

    /**
     * Records of a partition that hold it.
     *
     * @param count how many
     * @param last offset of the last of them
     * @param upTo all records of the partition up to that one: they would go with it
     * @param until when the last of them is gone by its age; null where age is no matter, as in a compacted topic
     */
    public record Holding(
            String topic,
            int partition,
            long count,
            long last,
            long upTo,
            @Nullable Instant until) {
        /** Records that hold nothing of the article, and would go too if it were deleted. */
        public long others() {
            return upTo - count;
        }
    }

    /** The topics that may hold an article and let records be deleted, and the topic of publications. */
    public List<Holding> find(Wanted wanted, Collection<String> stages) {
        List<Holding> found = new ArrayList<>(find(topics.pages(), wanted));
        for (String topic : List.of(topics.articles(), topics.enriched(), topics.published())) {
            found.addAll(find(topic, wanted));
        }
        for (String stage : stages) found.addAll(find(topics.deadLetters(stage), wanted));
        return found;
    }

    private List<Holding> find(String topic, Wanted wanted) {
        Map<Integer, Count> counts = new TreeMap<>();
        boolean ofPages = topic.equals(topics.pages()) || topic.startsWith("dlq.");
        new TopicReader(kafka).read(topic, TopicSpan.written(admin, topic), record -> {
            Count count = counts.computeIfAbsent(record.partition(), p -> new Count());
            boolean holds = record.value() != null && (ofPages ? wanted.isPage(record) : wanted.isArticle(record));
            count.add(record, holds);
        });
        Long age = counts.values().stream().anyMatch(c -> c.holding > 0) ? retentionMillis(topic) : null;
        List<Holding> found = new ArrayList<>();
        counts.forEach((partition, c) -> {
            if (c.holding > 0) found.add(c.holding(topic, partition, age));
        });
        return found;
    }

    /** True if the newest that the topic of publications has of the article is a tombstone, or nothing at all. */
    public boolean isBuried(String article) {
        Map<String, Boolean> newest = new HashMap<>();
        new TopicReader(kafka).read(topics.published(), TopicSpan.written(admin, topics.published()), record -> {
            if (article.equals(key(record))) newest.put(article, record.value() == null);
        });
        return newest.getOrDefault(article, true);
    }

    /** True where age decides: records of a topic that is compacted alone cannot be deleted. */
    public static boolean isDeletable(Holding holding) {
        return holding.until() != null;
    }

    /**
     * Deletes all records of these partitions up to the last one that holds the article.
     *
     * @param chain the stages and their inputs: what a stage has not taken yet is not deleted
     * @throws IllegalStateException if a stage has not taken such a record yet
     */
    public void delete(Collection<Holding> holdings, Collection<Audit.Link> chain) {
        Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
        for (Holding holding : holdings) {
            if (!isDeletable(holding)) continue;
            checkTaken(holding, chain);
            TopicPartition partition = new TopicPartition(holding.topic(), holding.partition());
            before.put(partition, RecordsToDelete.beforeOffset(holding.last() + 1));
        }
        TopicSpan.get(admin.deleteRecords(before).all());
    }

    private void checkTaken(Holding holding, Collection<Audit.Link> chain) {
        for (Audit.Link link : chain) {
            if (!link.input().equals(holding.topic())) continue;
            GroupProgress progress = GroupProgress.of(admin, topics.group(link.stage()), link.input());
            if (progress.committed().getOrDefault(holding.partition(), 0L) <= holding.last()) {
                throw new IllegalStateException(link.stage() + " has not taken " + holding.topic() + "-"
                        + holding.partition() + "@" + holding.last() + " yet");
            }
        }
    }

    private @Nullable Long retentionMillis(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config =
                TopicSpan.get(admin.describeConfigs(List.of(resource)).all()).get(resource);
        if (config == null
                || !config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains("delete")) return null;
        return Long.valueOf(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Counts records of a partition as they are read. */
    private static final class Count {
        private long all;
        private long holding;
        private long upTo;
        private long last;
        private long newest;

        void add(ConsumerRecord<byte[], byte[]> record, boolean holds) {
            all++;
            if (!holds) return;
            holding++;
            upTo = all;
            last = record.offset();
            newest = Math.max(newest, record.timestamp());
        }

        Holding holding(String topic, int partition, @Nullable Long ageMillis) {
            return new Holding(topic, partition, holding, last, upTo, until(ageMillis));
        }

        private @Nullable Instant until(@Nullable Long ageMillis) {
            if (ageMillis == null) return null;
            return ageMillis < 0 ? Instant.MAX : Instant.ofEpochMilli(newest).plusMillis(ageMillis);
        }
    }
}
