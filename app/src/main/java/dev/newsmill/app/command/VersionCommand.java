package dev.newsmill.app.command;

import dev.newsmill.app.mill.Stages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill version}. */
@Command(
        name = "version",
        description = "Versions of newsmill, its stages and the Java under it.",
        header = {"Examples:", "  newsmill version", "  newsmill version --json", ""})
final class VersionCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Override
    public Integer call() {
        Newsmill newsmill = java.util.Objects.requireNonNull(root);
        String own = of();
        Map<String, String> stages = new LinkedHashMap<>();
        Stages.chain().forEach(p -> stages.put(p.name(), p.version()));
        if (newsmill.console().json()) {
            newsmill.console()
                    .printJson(new Versions("newsmill.version/1", own, stages, System.getProperty("java.version")));
        } else {
            newsmill.console().print("newsmill " + own);
            stages.forEach((stage, version) -> newsmill.console().print("  " + stage + " " + version));
            newsmill.console().print("  java " + System.getProperty("java.version"));
        }
        return 0;
    }

    /** The version of this build. */
    static String of() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private record Versions(String schema, String newsmill, Map<String, String> stages, String java) {}
}
