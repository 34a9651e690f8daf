package dev.newsmill.enrich.names;

import com.google.auto.service.AutoService;
import dev.newsmill.enrich.Annotator;
import dev.newsmill.enrich.Draft;
import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.EntityMention;

/** Annotator {@code entities}: finds the names of a text. */
@AutoService(Annotator.class)
public final class NamesAnnotator implements Annotator {
    private final Tagger tagger = Tagger.load();
    private final FineTypes types = new FineTypes(Places.load());

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void annotate(Draft draft) {
        Tokens tokens = Tokenizer.tokenize(draft.text());
        for (Tagger.Span span : tagger.tag(tokens)) {
            draft.mentions()
                    .add(new EntityMention(
                            types.of(tokens, span),
                            tokens.begin(span.first()),
                            tokens.end(span.last()),
                            tokens.words(span.first(), span.last()),
                            null,
                            "tagger"));
        }
    }
}
