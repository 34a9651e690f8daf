package dev.newsmill.ingest;

import dev.newsmill.message.Page;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Reads offers for the tests, and says in one line what each is. */
final class Read {
    private Read() {}

    static List<Offer> all(IngestOptions options, String... inputs) {
        try (Sources sources = Sources.load(options);
                Offers offers = sources.open(List.of(inputs))) {
            List<Offer> all = new ArrayList<>();
            offers.forEachRemaining(all::add);
            return all;
        }
    }

    static Offer one(IngestOptions options, String input) {
        List<Offer> all = all(options, input);
        if (all.size() != 1) throw new AssertionError("not one offer: " + all);
        return all.get(0);
    }

    static Page page(Offer offer) {
        return page(offer.answer());
    }

    static Page page(Answer<Page> answer) {
        if (answer instanceof Answer.Of<Page> of && of.outcome() instanceof Outcome.Emit<Page> emit)
            return emit.value();
        throw new AssertionError("no page: " + answer);
    }

    /** {@code page URL}, {@code drop REASON: DETAIL} or {@code failed MESSAGE}. */
    static String said(Offer offer) {
        return said(offer.answer());
    }

    static String said(Answer<Page> answer) {
        if (answer instanceof Answer.Of<Page> of) {
            if (of.outcome() instanceof Outcome.Drop<Page> drop) return "drop " + drop.reason() + ": " + drop.detail();
            return "page " + page(answer).url();
        }
        return "failed " + ((Answer.Failed<Page>) answer).error().getMessage();
    }
}
