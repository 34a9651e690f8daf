package dev.newsmill.app.mill;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.ingest.IngestOptions;
import dev.newsmill.ingest.Offers;
import dev.newsmill.ingest.Sources;
import dev.newsmill.ingest.WebOptions;
import java.util.List;
import java.util.OptionalLong;

/** The inputs of a command line, opened as one stream of offers. */
public final class Inputs implements AutoCloseable {
    private final Sources sources;
    private final Offers offers;
    private final OptionalLong estimate;

    private Inputs(Sources sources, List<String> inputs) {
        this.sources = sources;
        this.estimate = sources.estimate(inputs);
        this.offers = sources.open(inputs);
    }

    /** @throws CommandException if an input is nothing that can be read */
    public static Inputs open(List<String> inputs, Settings settings) {
        WebOptions web = WebOptions.defaults()
                .withAllowPrivateAddresses(settings.isOn(Setting.ALLOW_PRIVATE))
                .withUserAgent(settings.get(Setting.USER_AGENT));
        IngestOptions options = IngestOptions.defaults()
                .withMaxBodyBytes(settings.number(Setting.MAX_PAGE_BYTES, 1, 15 << 20))
                .withStdin(System.in)
                .withWeb(web);
        Sources sources = Sources.load(options);
        try {
            return new Inputs(sources, inputs);
        } catch (IllegalArgumentException e) {
            sources.close();
            throw CommandException.usage(
                    String.valueOf(e.getMessage()), "Check the spelling; '-' reads a list from stdin.");
        }
    }

    public Offers offers() {
        return offers;
    }

    /** About how many offers there are; empty where finding out is as long as reading. */
    public OptionalLong estimate() {
        return estimate;
    }

    @Override
    public void close() {
        offers.close();
        sources.close();
    }
}
