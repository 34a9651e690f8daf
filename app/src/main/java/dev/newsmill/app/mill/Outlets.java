package dev.newsmill.app.mill;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.stage.Outlet;
import dev.newsmill.stage.OutletProvider;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outlets on the class path. */
public final class Outlets {
    private Outlets() {}

    public static Outlet open(String name, Map<String, String> settings) {
        OutletProvider provider = named(name);
        try {
            return provider.open(settings);
        } catch (IOException e) {
            throw CommandException.failed(
                    "cannot open outlet " + name + ": " + e.getMessage(), "Give it another folder with --out DIR.", e);
        }
    }

    /**
     * How many publications of an article the outlets of these names still have.
     *
     * @return by name; without those that cannot tell
     */
    public static SortedMap<String, Long> holding(
            Collection<String> names, Map<String, String> settings, String article) {
        SortedMap<String, Long> holding = new TreeMap<>();
        for (String name : names) {
            try {
                named(name).holds(settings, article).ifPresent(count -> holding.put(name, count));
            } catch (IOException e) {
                throw CommandException.failed(
                        "outlet " + name + " cannot be looked at: " + e.getMessage(), "Let this user read it.", e);
            }
        }
        return holding;
    }

    private static OutletProvider named(String name) {
        List<OutletProvider> all = ServiceLoader.load(OutletProvider.class, Outlets.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return all.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandException.usage(
                        "no outlet '" + name + "'",
                        "Outlets: "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(OutletProvider::name)
                                                .sorted()
                                                .toList()) + "."));
    }
}
