package dev.newsmill.enrich.names;

import com.google.auto.service.AutoService;
import dev.newsmill.enrich.Annotator;
import dev.newsmill.enrich.Draft;
import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Annotator {@code entities}: finds the names of a text and groups them into entities with roles and links. */
@AutoService(Annotator.class)
public final class NamesAnnotator implements Annotator {
    private final Tagger tagger = Tagger.load();
    private final Places places = Places.load();
    private final FineTypes types = new FineTypes(places);
    private final Links links = new Links(places, Cities.load());

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String version() {
        return "1.3";
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public void annotate(Draft draft) {
        Tokens tokens = draft.tokens();
        List<Tagger.Span> spans = tagger.tag(tokens);
        Roles roles = new Roles(tokens, named(spans));
        Grouping grouping = new Grouping(links);
        WholeNames whole = new WholeNames(tokens, spans);
        Group before = null;
        for (int i = 0; i < spans.size(); i++) {
            Tagger.Span span = spans.get(i);
            EntityMention mention = mention(tokens, span);
            if (before != null && isInBracketsBehind(tokens, spans.get(i - 1), span)) grouping.alias(mention, before);
            before = grouping.add(mention, whole.of(i));
            String role = mention.type().equals("PER") ? roles.of(span) : null;
            if (role != null) before.addRole(role);
        }
        publish(grouping.groups(), draft);
    }

    private static boolean isInBracketsBehind(Tokens tokens, Tagger.Span before, Tagger.Span span) {
        boolean opens = span.first() == before.last() + 2 && tokens.is(before.last() + 1, '(');
        return opens && span.last() + 1 < tokens.size() && tokens.is(span.last() + 1, ')');
    }

    private static BitSet named(List<Tagger.Span> spans) {
        BitSet named = new BitSet();
        for (Tagger.Span span : spans) named.set(span.first(), span.last() + 1);
        return named;
    }

    private EntityMention mention(Tokens tokens, Tagger.Span span) {
        return new EntityMention(
                types.of(tokens, span),
                tokens.begin(span.first()),
                tokens.end(span.last()),
                tokens.words(span.first(), span.last()),
                null,
                "tagger");
    }

    private void publish(List<Group> groups, Draft draft) {
        Set<String> countries = new HashSet<>();
        for (Group group : groups) countries.addAll(links.country(group.name(), group.type()));
        double[] weights = groups.stream()
                .mapToDouble(g -> weight(g, draft.text().length()))
                .toArray();
        double sum = 0;
        for (double weight : weights) sum += weight;
        List<EntityMention> mentions = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            String id = "e" + (i + 1);
            for (EntityMention m : group.mentions) {
                mentions.add(new EntityMention(m.type(), m.begin(), m.end(), m.text(), id, m.source()));
            }
            draft.entities().add(entity(id, group, weights[i] / sum, countries));
        }
        mentions.sort(Comparator.comparingInt(EntityMention::begin));
        draft.mentions().addAll(mentions);
    }

    private Entity entity(String id, Group group, double salience, Set<String> countries) {
        String name = group.name();
        String type = group.type();
        double rounded = Math.round(salience * 10000) / 10000.0;
        return new Entity(id, name, type, rounded, group.roles(), links.of(name, type, countries));
    }

    /** A mention at the beginning counts five times as much as one at the end. */
    private static double weight(Group group, int length) {
        double weight = 0;
        for (EntityMention mention : group.mentions) weight += 1 / (1 + 4.0 * mention.begin() / length);
        return weight;
    }
}
