package dev.newsmill.enrich.quotes;

import com.google.auto.service.AutoService;
import dev.newsmill.enrich.Annotator;
import dev.newsmill.enrich.Draft;

/** Annotator {@code quotes}: who said what, in direct and in indirect speech. Uses the names found before. */
@AutoService(Annotator.class)
public final class QuotesAnnotator implements Annotator {

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public String version() {
        return "1.1";
    }

    @Override
    public int rank() {
        return 200;
    }

    @Override
    public void annotate(Draft draft) {
        draft.quotes().addAll(new QuoteFinder(draft.tokens(), draft.mentions()).find());
    }
}
