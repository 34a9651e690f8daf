package dev.newsmill.enrich.quotes;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;
import dev.newsmill.message.EntityMention;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The people of a text: whom a pronoun means. A speaker before anybody else; titles tell men from women. */
final class People {
    private static final WordList FEMALE = WordList.load(People.class, "female.txt");
    private static final WordList MALE = WordList.load(People.class, "male.txt");
    /** Characters after which a speaker is not meant by a pronoun any more. */
    private static final int MEMORY = 1500;

    private final Tokens tokens;
    private final List<EntityMention> mentions;
    private final Map<String, String> pronouns = new HashMap<>();
    /** Who spoke, by the offset where the words end. */
    private final TreeMap<Integer, String> speakers = new TreeMap<>();

    People(Tokens tokens, List<EntityMention> mentions) {
        this.tokens = tokens;
        this.mentions = mentions;
        for (EntityMention mention : mentions) if (mention.type().equals("PER")) learn(mention);
    }

    private void learn(EntityMention mention) {
        String entity = mention.entity();
        int first = tokens.tokenAt(mention.begin());
        if (entity == null) return;
        for (int i = Math.max(0, first - 3); i <= first && i < tokens.size(); i++) {
            if (tokens.length(i) > FEMALE.longest() + MALE.longest()) continue;
            String word = tokens.word(i).toLowerCase(Locale.ROOT);
            if (FEMALE.contains(word)) pronouns.putIfAbsent(entity, "she");
            if (MALE.contains(word)) pronouns.putIfAbsent(entity, "he");
        }
    }

    /** Notes who spoke, up to this offset. */
    void spoke(@Nullable String entity, int offset) {
        if (entity != null) speakers.put(offset, entity);
    }

    /** The id of the entity that the pronoun at this token means; null where that is not clear. */
    @Nullable
    String meant(String pronoun, int token) {
        if (pronoun.equals("they")) return null;
        int offset = tokens.begin(token);
        EntityMention last = lastPerson(offset, pronoun);
        var spoken = speakers.floorEntry(offset);
        boolean remembered = spoken != null && offset - spoken.getKey() < MEMORY && fits(spoken.getValue(), pronoun);
        if (remembered && (last == null || last.begin() < spoken.getKey())) return spoken.getValue();
        return last == null ? null : last.entity();
    }

    private @Nullable EntityMention lastPerson(int offset, String pronoun) {
        for (int i = before(offset); i >= 0 && offset - mentions.get(i).end() < MEMORY; i--) {
            EntityMention mention = mentions.get(i);
            if (mention.type().equals("PER") && mention.entity() != null && fits(mention.entity(), pronoun))
                return mention;
        }
        return null;
    }

    /** The last mention that ends before the offset. */
    private int before(int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).end() <= offset) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private boolean fits(String entity, String pronoun) {
        return pronouns.getOrDefault(entity, pronoun).equals(pronoun);
    }
}
