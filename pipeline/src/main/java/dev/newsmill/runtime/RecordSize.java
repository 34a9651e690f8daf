package dev.newsmill.runtime;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How large records are, and how large they may be. */
final class RecordSize {
    /** The most bytes of key, headers and value that a record is sent with; the rest is for its frame. */
    static final int LIMIT = KafkaSettings.MAX_RECORD_BYTES - (64 << 10);

    private static final int FRAME_BYTES = 20;

    private RecordSize() {}

    static boolean fits(ProducerRecord<byte[], byte[]> record) {
        return of(record) <= LIMIT;
    }

    /** Bytes of key, headers and value, uncompressed, with what a varint or two cost. */
    static long of(ProducerRecord<byte[], byte[]> record) {
        return length(record.key()) + length(record.value()) + of(record.headers());
    }

    static long of(Headers headers) {
        long sum = 0;
        for (Header header : headers) sum += 3L * header.key().length() + length(header.value()) + FRAME_BYTES;
        return sum;
    }

    private static long length(byte @Nullable [] bytes) {
        return FRAME_BYTES + (bytes == null ? 0 : bytes.length);
    }
}
