package dev.newsmill.enrich;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** The stage's function: runs the annotators over an article. Thread-safe; the same article gives the same result. */
public final class Enricher {
    private final List<Annotator> annotators;

    /** An enricher with these annotators, in the order of their rank and then of their name. */
    public Enricher(List<Annotator> annotators) {
        this.annotators = annotators.stream()
                .sorted(Comparator.comparingInt(Annotator::rank).thenComparing(Annotator::name))
                .toList();
    }

    /** An enricher with all annotators on the class path but those named in {@code off}. */
    public static Enricher load(Set<String> off) {
        return new Enricher(ServiceLoader.load(Annotator.class, Enricher.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(a -> !off.contains(a.name()))
                .toList());
    }

    public EnrichedArticle enrich(Article article) {
        Draft draft = new Draft(article);
        for (Annotator annotator : annotators) {
            annotator.annotate(draft);
            draft.ran(annotator);
        }
        return draft.finish();
    }
}
