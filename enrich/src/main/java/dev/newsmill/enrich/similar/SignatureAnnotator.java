package dev.newsmill.enrich.similar;

import com.google.auto.service.AutoService;
import dev.newsmill.enrich.Annotator;
import dev.newsmill.enrich.Draft;

/** Annotator {@code signature}: what {@link dev.newsmill.message.Similarity} compares to find copies of the same report. */
@AutoService(Annotator.class)
public final class SignatureAnnotator implements Annotator {

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void annotate(Draft draft) {
        String signature = Signature.of(draft.tokens());
        if (signature != null) draft.signature(signature);
    }
}
