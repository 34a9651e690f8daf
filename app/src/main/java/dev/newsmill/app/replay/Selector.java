package dev.newsmill.app.replay;

import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import dev.newsmill.runtime.Heading;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.MessageCodec;
import dev.newsmill.runtime.OffsetSet;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Finds the records of a selection in a topic, as it is now. What comes later does not belong to it. */
public final class Selector {
    private static final Pattern HEX_ID = Pattern.compile("[0-9a-f]{32}");

    private final KafkaSettings kafka;
    private final Topics topics;
    private final Admin admin;
    private final MessageCodec codec = new MessageCodec();

    /** A selector that uses, and does not close, {@code admin}. */
    public Selector(KafkaSettings kafka, Topics topics, Admin admin) {
        this.kafka = kafka;
        this.topics = topics;
        this.admin = admin;
    }

    /** The coordinates of the records; reads the range that may hold them, once. */
    public OffsetSet find(String topic, Selection selection) {
        Predicate<ConsumerRecord<byte[], byte[]>> wanted = filter(topic, selection);
        Picker picker = new Picker(selection);
        new TopicReader(kafka).read(topic, span(topic, selection), record -> {
            if (wanted.test(record)) picker.add(record);
        });
        return picker.picked();
    }

    private TopicSpan span(String topic, Selection selection) {
        Long from = selection.at().from() == null ? null : selection.at().from().toEpochMilli();
        Long until =
                selection.at().until() == null ? null : selection.at().until().toEpochMilli();
        TopicSpan span = TopicSpan.between(admin, topic, from, until);
        return selection.offsets().isEmpty() ? span : narrowed(span, selection.offsets());
    }

    private static TopicSpan narrowed(TopicSpan span, List<OffsetRange> ranges) {
        SortedMap<Integer, Long> begin = new TreeMap<>();
        SortedMap<Integer, Long> end = new TreeMap<>();
        for (OffsetRange range : ranges) {
            Long first = span.begin().get(range.partition());
            Long last = span.end().get(range.partition());
            if (first == null || last == null) continue;
            begin.merge(range.partition(), Math.max(first, range.begin()), Math::min);
            end.merge(range.partition(), Math.min(last, range.end()), Math::max);
        }
        return new TopicSpan(begin, end);
    }

    private Predicate<ConsumerRecord<byte[], byte[]>> filter(String topic, Selection selection) {
        Predicate<Origin> ledger = LedgerMatches.read(selection, new Ledger(kafka, topics, admin));
        Predicate<Heading> host = isOn(selection.host());
        Set<String> ids = ids(selection.ids());
        return record -> {
            if (!selection.at().contains(record.timestamp())) return false;
            if (!isIn(selection.offsets(), record)) return false;
            Heading heading = codec.heading(record);
            return host.test(heading) && isOneOf(ids, record, heading) && ledger.test(heading.page());
        };
    }

    private static boolean isIn(List<OffsetRange> ranges, ConsumerRecord<byte[], byte[]> record) {
        return ranges.isEmpty()
                || ranges.stream().anyMatch(range -> range.contains(record.partition(), record.offset()));
    }

    private static boolean isOneOf(Set<String> ids, ConsumerRecord<byte[], byte[]> record, Heading heading) {
        if (ids.isEmpty()) return true;
        byte[] key = record.key();
        if (key != null && ids.contains(new String(key, StandardCharsets.UTF_8))) return true;
        return heading.url() != null && ids.contains(PageId.of(heading.url()));
    }

    private static Set<String> ids(Set<String> given) {
        return given.stream()
                .map(id -> HEX_ID.matcher(id).matches() ? id : PageId.of(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Predicate<Heading> isOn(@Nullable String glob) {
        if (glob == null) return heading -> true;
        Pattern pattern = Glob.pattern(glob);
        return heading -> {
            String host = heading.url() == null ? null : host(heading.url());
            return host != null
                    && pattern.matcher(host.toLowerCase(Locale.ROOT)).matches();
        };
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url.strip()).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
