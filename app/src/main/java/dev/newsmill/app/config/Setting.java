package dev.newsmill.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A setting that a flag, the environment or a file may give. The flag has the same name. */
public enum Setting {
    DATA("data", "data", "folder of the mill on this machine"),
    BOOTSTRAP("bootstrap", "", "Kafka to talk to, host:port; empty: the mill on the data folder"),
    TOPIC_PREFIX("topic-prefix", "newsmill.", "what all topics and groups start with"),
    PARTITIONS("partitions", "4", "partitions of topics that are made"),
    REPLICAS("replicas", "1", "copies of topics that are made"),
    THREADS("threads", "0", "threads a stage; 0: one a processor"),
    RECORD_LIMIT("record-limit", "20", "seconds that one record may take in a stage"),
    ARCHIVE("archive", "", "file of the SQLite archive, or jdbc:postgresql:…; empty: in the data folder"),
    ARCHIVE_USER("archive-user", "", "user of the PostgreSQL archive"),
    ARCHIVE_PASSWORD_FILE("archive-password-file", "", "file that holds the password of the archive"),
    OUT("out", "", "folder of the outlets' files; empty: in the data folder"),
    OUTLETS("outlets", "jsonl", "outlets that run, apart by commas"),
    KAFKA_PROPERTIES("kafka-properties", "", "file of further Kafka client properties, as for TLS and SASL"),
    ALLOW_PRIVATE("allow-private", "false", "fetch from private and loopback addresses too"),
    MAX_PAGE_BYTES("max-page-bytes", "10485760", "larger pages are dropped"),
    USER_AGENT("user-agent", "newsmill/0.1", "what the fetcher calls itself");

    private final String key;
    private final String fallback;
    private final String meaning;

    Setting(String key, String fallback, String meaning) {
        this.key = key;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    /** The value where nothing gives one. */
    public String fallback() {
        return fallback;
    }

    public String meaning() {
        return meaning;
    }

    /** {@code NEWSMILL_TOPIC_PREFIX}. */
    public String environment() {
        return "NEWSMILL_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
