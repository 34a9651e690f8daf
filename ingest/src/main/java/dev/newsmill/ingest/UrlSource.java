package dev.newsmill.ingest;

import com.google.auto.service.AutoService;
import dev.newsmill.stage.Offer;
import java.util.List;
import java.util.OptionalLong;

/** One page of the web. */
@AutoService(Source.class)
public final class UrlSource implements Source {

    @Override
    public String name() {
        return "url";
    }

    @Override
    public String accepts() {
        return "an http or https URL";
    }

    @Override
    public boolean claims(String input) {
        return WebAddress.isWeb(input);
    }

    @Override
    public OptionalLong estimate(String input, Sources sources) {
        return OptionalLong.of(1);
    }

    @Override
    public Offers open(String input, Sources sources) {
        Fetcher fetcher = sources.fetcher();
        String place = WebAddress.withoutCredentials(input);
        return Offers.each(List.of(() -> new Offer(place, fetcher.fetch(input))));
    }
}
