package dev.newsmill.enrich.quotes;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.EntityMention;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of a text by token: who may be the speaker in a stretch of it. */
final class Names {
    private final EntityMention[] byToken;

    Names(Tokens tokens, List<EntityMention> mentions) {
        byToken = new EntityMention[tokens.size()];
        for (EntityMention mention : mentions) {
            int first = tokens.tokenAt(mention.begin());
            int last = tokens.tokenAt(mention.end() - 1);
            Arrays.fill(byToken, first, Math.min(last + 1, byToken.length), mention);
        }
    }

    @Nullable
    EntityMention at(int token) {
        return byToken[token];
    }

    /** The first person in the stretch, or else the first organisation or country; null for none. */
    @Nullable
    EntityMention first(int from, int end) {
        EntityMention other = null;
        for (int i = from; i < end; i++) {
            EntityMention mention = byToken[i];
            if (mention == null) continue;
            if (mention.type().equals("PER")) return mention;
            if (other == null && maySpeak(mention)) other = mention;
        }
        return other;
    }

    private static boolean maySpeak(EntityMention mention) {
        return mention.type().equals("ORG") || mention.type().equals("GPE");
    }

    /** The last person in the stretch, or else the last organisation or country; null for none. */
    @Nullable
    EntityMention last(int from, int end) {
        EntityMention other = null;
        for (int i = end - 1; i >= from; i--) {
            EntityMention mention = byToken[i];
            if (mention == null) continue;
            if (mention.type().equals("PER")) return mention;
            if (other == null && maySpeak(mention)) other = mention;
        }
        return other;
    }
}
