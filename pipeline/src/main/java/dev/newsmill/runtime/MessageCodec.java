package dev.newsmill.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.message.Message;
import dev.newsmill.message.Origin;
import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the records of the chain: CloudEvents 1.0 in binary mode, as docs/MESSAGES.md describes them.
 * Thread-safe.
 */
public final class MessageCodec {
    private static final String JSON_TYPE = "application/json";
    private static final Map<String, String> HTTP_TO_HEADER = Map.of(":status", "http-status", ":url", "http-url");
    /** Not written as HTTP facts: the type has a header of its own, and the others are the names of pseudo headers. */
    private static final Set<String> OWN_NAMES = Set.of(HeaderNames.CONTENT_TYPE, "status", "url");

    private static final Map<String, String> HEADER_TO_HTTP = Map.of("http-status", ":status", "http-url", ":url");

    /**
     * Reads a record of the topic that holds {@code type}.
     *
     * @throws MalformedRecordException if a required header or field is missing, or the value is no JSON
     */
    public <T extends Message> Arrival<T> decode(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        Headers headers = record.headers();
        String url = HeaderText.require(headers, HeaderNames.SUBJECT);
        Instant time = time(HeaderText.require(headers, HeaderNames.TIME));
        String event = HeaderText.require(headers, HeaderNames.ID);
        T value = type == Page.class ? type.cast(page(record, url, time)) : json(record.value(), type);
        Origin input = new Origin(record.topic(), record.partition(), record.offset());
        Origin page = type == Page.class ? input : origin(HeaderText.require(headers, HeaderNames.ORIGIN));
        Provenance from =
                new Provenance(page, time, input, HeaderText.get(headers, HeaderNames.REPLAY), versions(headers));
        String trace = TraceParent.orBegun(HeaderText.get(headers, HeaderNames.TRACE_PARENT), page.toString());
        return new Arrival<>(value, from, event, PageId.of(url), url, trace);
    }

    /** What the headers of a record say, without a look at its value; null where they do not say it. */
    public Heading heading(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        String url = HeaderText.get(headers, HeaderNames.SUBJECT);
        String origin = HeaderText.get(headers, HeaderNames.ORIGIN);
        Origin input = new Origin(record.topic(), record.partition(), record.offset());
        return new Heading(
                input,
                url,
                origin == null ? input : originOr(origin, input),
                HeaderText.get(headers, HeaderNames.REPLAY),
                versions(headers));
    }

    private static Origin originOr(String text, Origin other) {
        try {
            return Origin.parse(text);
        } catch (IllegalArgumentException e) {
            return other;
        }
    }

    /** The record of a page that enters the mill. */
    ProducerRecord<byte[], byte[]> page(String topic, Page page, String event, String version, String traceParent) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(page.id()), page.body());
        Headers headers = record.headers();
        cloudEvent(headers, event, "ingest", Page.class, page.url(), page.fetchedAt());
        HeaderText.set(headers, HeaderNames.CONTENT_TYPE, page.contentType());
        HeaderText.set(headers, HeaderNames.TRACE_PARENT, traceParent);
        HeaderText.set(headers, HeaderNames.VERSION, "ingest=" + version);
        page.http().forEach((name, value) -> {
            if (!OWN_NAMES.contains(name)) HeaderText.set(headers, httpHeader(name), value);
        });
        return record;
    }

    /** The record of what a stage made of {@code arrival}. */
    ProducerRecord<byte[], byte[]> output(
            String topic, Message value, Arrival<?> arrival, String event, String stage, String version) {
        SortedMap<String, String> versions = new TreeMap<>(arrival.from().versions());
        versions.put(stage, version);
        return output(topic, value, arrival, event, stage, versions);
    }

    /** The record of what the last of several stages made of {@code arrival}. */
    ProducerRecord<byte[], byte[]> output(
            String topic,
            Message value,
            Arrival<?> arrival,
            String event,
            String stage,
            SortedMap<String, String> versions) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(value.id()), json(value));
        Headers headers = record.headers();
        cloudEvent(
                headers,
                event,
                stage,
                value.getClass(),
                arrival.pageUrl(),
                arrival.from().fetchedAt());
        HeaderText.set(headers, HeaderNames.CONTENT_TYPE, JSON_TYPE);
        HeaderText.set(headers, HeaderNames.TRACE_PARENT, TraceParent.next(arrival.traceParent(), event));
        HeaderText.set(headers, HeaderNames.ORIGIN, arrival.from().page().toString());
        HeaderText.set(headers, HeaderNames.REPLAY, arrival.from().replay());
        HeaderText.set(headers, HeaderNames.VERSION, text(versions));
        return record;
    }

    /** UTF-8 JSON. Half a surrogate pair, which UTF-8 has no bytes for, is escaped and reads as it was. */
    static byte[] json(Object value) {
        try {
            return Json.shared().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** CloudEvents type of a message: {@code dev.newsmill.article.v1}. */
    static String eventType(Class<?> type) {
        if (type == Page.class) return "dev.newsmill.page.v1";
        if (type == Article.class) return "dev.newsmill.article.v1";
        if (type == EnrichedArticle.class) return "dev.newsmill.enriched.v1";
        if (type == Publication.class) return "dev.newsmill.publication.v1";
        return "dev.newsmill." + type.getSimpleName().toLowerCase(Locale.ROOT) + ".v1";
    }

    private static void cloudEvent(
            Headers headers, String event, String stage, Class<?> type, String url, Instant time) {
        HeaderText.set(headers, HeaderNames.SPEC_VERSION, "1.0");
        HeaderText.set(headers, HeaderNames.ID, event);
        HeaderText.set(headers, HeaderNames.SOURCE, "newsmill/" + stage);
        HeaderText.set(headers, HeaderNames.TYPE, eventType(type));
        HeaderText.set(headers, HeaderNames.SUBJECT, url);
        HeaderText.set(headers, HeaderNames.TIME, DateTimeFormatter.ISO_INSTANT.format(time));
    }

    private static Page page(ConsumerRecord<byte[], byte[]> record, String url, Instant time) {
        if (record.value() == null) throw new MalformedRecordException("page without a value");
        Map<String, String> http = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() == null) continue;
            String text = new String(header.value(), StandardCharsets.UTF_8);
            if (header.key().equals(HeaderNames.CONTENT_TYPE)) http.put(HeaderNames.CONTENT_TYPE, text);
            if (isHttp(header.key())) http.put(httpName(header.key()), text);
        }
        return new Page(PageId.of(url), url, record.value(), time, http);
    }

    private static <T> T json(byte @Nullable [] value, Class<T> type) {
        if (value == null) throw new MalformedRecordException(type.getSimpleName() + " without a value");
        try {
            T read = Json.shared().readValue(value, type);
            if (read == null) throw new MalformedRecordException("null instead of " + type.getSimpleName());
            return read;
        } catch (JsonProcessingException e) {
            throw new MalformedRecordException("no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new MalformedRecordException("no " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static Instant time(String text) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new MalformedRecordException("header " + HeaderNames.TIME + " is no time: '" + text + "'", e);
        }
    }

    private static Origin origin(String text) {
        try {
            return Origin.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException("header " + HeaderNames.ORIGIN + ": " + e.getMessage(), e);
        }
    }

    private static SortedMap<String, String> versions(Headers headers) {
        SortedMap<String, String> versions = new TreeMap<>();
        String text = HeaderText.get(headers, HeaderNames.VERSION);
        if (text == null) return versions;
        for (String pair : text.split(",", 50)) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                versions.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
        }
        return versions;
    }

    private static String text(SortedMap<String, String> versions) {
        StringBuilder text = new StringBuilder();
        versions.forEach((stage, version) ->
                text.append(text.isEmpty() ? "" : ",").append(stage).append('=').append(version));
        return text.toString();
    }

    private static boolean isHttp(String header) {
        return header.startsWith(HeaderNames.HTTP) && !header.equals(HeaderNames.HTTP + HeaderNames.CONTENT_TYPE);
    }

    private static String httpHeader(String name) {
        return HTTP_TO_HEADER.getOrDefault(name, HeaderNames.HTTP + name);
    }

    private static String httpName(String header) {
        return HEADER_TO_HTTP.getOrDefault(header, header.substring(HeaderNames.HTTP.length()));
    }
}
