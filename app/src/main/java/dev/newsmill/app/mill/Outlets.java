package dev.newsmill.app.mill;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.stage.Outlet;
import dev.newsmill.stage.OutletProvider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The outlets on the class path. */
public final class Outlets {
    private Outlets() {}

    public static Outlet open(String name, Map<String, String> settings) {
        List<OutletProvider> all = ServiceLoader.load(OutletProvider.class, Outlets.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        OutletProvider provider = all.stream()
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
        try {
            return provider.open(settings);
        } catch (IOException e) {
            throw CommandException.failed(
                    "cannot open outlet " + name + ": " + e.getMessage(), "Give it another folder with --out DIR.", e);
        }
    }
}
