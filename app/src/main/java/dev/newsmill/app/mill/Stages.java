package dev.newsmill.app.mill;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.message.Page;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.StageProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The stages on the class path, in the order of the chain: each takes what the one before makes. */
public final class Stages {
    private Stages() {}

    public static List<StageProvider<?, ?>> chain() {
        List<StageProvider<?, ?>> left = new ArrayList<>();
        ServiceLoader.load(StageProvider.class, Stages.class.getClassLoader())
                .forEach(p -> left.add((StageProvider<?, ?>) p));
        List<StageProvider<?, ?>> chain = new ArrayList<>();
        Class<?> wanted = Page.class;
        for (int i = left.size(); i > 0; i--) {
            for (StageProvider<?, ?> provider : List.copyOf(left)) {
                if (provider.input() != wanted) continue;
                chain.add(provider);
                left.remove(provider);
                wanted = provider.output();
                break;
            }
        }
        return chain;
    }

    /** The names of the chain's stages, without ingest. */
    public static List<String> names() {
        return chain().stream().map(StageProvider::name).toList();
    }

    public static StageProvider<?, ?> named(String name) {
        return chain().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandException.usage(
                        "no stage '" + name + "'",
                        "Stages: " + names().stream().collect(Collectors.joining(", ")) + "."));
    }

    /** The chain as the audit wants it. */
    public static List<Audit.Link> links(Topics topics) {
        return chain().stream()
                .map(p -> new Audit.Link(p.name(), topics.of(p.input()), topics.of(p.output())))
                .toList();
    }
}
