package dev.newsmill.publish;

import dev.newsmill.message.Author;
import dev.newsmill.message.Block;
import dev.newsmill.message.Credit;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Image;
import dev.newsmill.message.Quote;
import dev.newsmill.message.Timex;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of a field as people read it: a list has one line an entry. */
final class FieldText {
    private FieldText() {}

    /** The empty text for what is not there. */
    static String of(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof Set<?> set)
            return lines(set.stream().map(String::valueOf).sorted());
        if (value instanceof Collection<?> list) return lines(list.stream().map(FieldText::entry));
        if (value instanceof Map<?, ?> map)
            return lines(map.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()));
        return value.toString();
    }

    private static String lines(Stream<String> entries) {
        return entries.map(entry -> entry + "\n").collect(Collectors.joining());
    }

    private static String entry(@Nullable Object entry) {
        if (entry instanceof Author author) return words(author.name(), author.url());
        if (entry instanceof Credit credit) return words(credit.role() + ":", credit.name());
        if (entry instanceof Image image) return words(image.url(), image.caption(), image.credit(), image.alt());
        if (entry instanceof EntityMention mention) return mention(mention);
        if (entry instanceof Entity entity) return entity(entity);
        if (entry instanceof Timex timex) return timex(timex);
        if (entry instanceof Quote quote) return quote(quote);
        if (entry instanceof Block block) return block(block);
        return String.valueOf(entry).replace('\n', ' ');
    }

    private static String entity(Entity entity) {
        String roles = String.join(", ", entity.roles());
        String links = entity.links().stream()
                .map(link -> link.scheme() + ":" + link.id())
                .collect(Collectors.joining(" "));
        return words(entity.type(), entity.name(), roles, links, String.valueOf(entity.salience()));
    }

    private static String timex(Timex timex) {
        String anchor = timex.anchor() == null ? null : "from " + timex.anchor();
        String interval = timex.from() == null && timex.to() == null ? null : timex.from() + ".." + timex.to();
        String place = place(timex.begin(), timex.end());
        return words(timex.type(), timex.value(), timex.mod(), timex.text(), anchor, interval, place);
    }

    private static String mention(EntityMention mention) {
        String entity = mention.text().equals(mention.entity()) ? null : mention.entity();
        return words(mention.type(), mention.text(), entity, place(mention.begin(), mention.end()));
    }

    private static String quote(Quote quote) {
        String direct = quote.direct() ? null : "indirect";
        String place = place(quote.begin(), quote.end());
        return words(quote.text(), direct, quote.speaker(), quote.entity(), quote.cue(), place);
    }

    /** Null where {@link Changes} leaves offsets out, since the text differs too. */
    private static @Nullable String place(int begin, int end) {
        return begin == 0 && end == 1 ? null : "at " + begin;
    }

    private static String block(Block block) {
        String markup = block.spans().stream()
                .map(span -> span.kind() + " " + span.begin() + ".." + span.end()
                        + (span.href() == null ? "" : " " + span.href()))
                .collect(Collectors.joining(", "));
        String level = block.level() == null ? null : String.valueOf(block.level());
        return words(block.kind().toString(), level, block.text(), markup.isEmpty() ? null : "[" + markup + "]");
    }

    private static String words(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .map(part -> part.replace('\n', ' '))
                .collect(Collectors.collectingAndThen(Collectors.toList(), FieldText::joined));
    }

    private static String joined(List<String> parts) {
        return String.join(" · ", parts);
    }
}
