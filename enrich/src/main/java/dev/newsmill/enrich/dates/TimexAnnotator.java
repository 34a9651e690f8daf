package dev.newsmill.enrich.dates;

import com.google.auto.service.AutoService;
import dev.newsmill.enrich.Annotator;
import dev.newsmill.enrich.Draft;
import dev.newsmill.message.Article;

/** Annotator {@code timexes}: dates, times, durations and sets, resolved against the date of publication. */
@AutoService(Annotator.class)
public final class TimexAnnotator implements Annotator {
    private final Languages languages = Languages.load();

    @Override
    public String name() {
        return "timexes";
    }

    @Override
    public String version() {
        return "1.2";
    }

    @Override
    public void annotate(Draft draft) {
        Article article = draft.article();
        Language language = languages.of(article.language(), article.text());
        Anchor anchor = Anchor.parse(article.datePublished());
        draft.timexes().addAll(new TimexFinder(article.text(), language, anchor).find());
    }
}
