package dev.newsmill.ingest;

import com.google.auto.service.AutoService;
import dev.newsmill.stage.Offer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A folder and the folders in it: its pages, sorted by name. What is no page by its name is passed over. */
@AutoService(Source.class)
public final class FolderSource implements Source {

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public String accepts() {
        return "a folder of pages";
    }

    @Override
    public boolean claims(String input) {
        Path path = LocalPath.existing(input);
        return path != null && Files.isDirectory(path);
    }

    @Override
    public OptionalLong estimate(String input, Sources sources) {
        return OptionalLong.of(walk(input, sources).size());
    }

    @Override
    public Offers open(String input, Sources sources) {
        return Offers.each(walk(input, sources));
    }

    private static List<Supplier<Offer>> walk(String input, Sources sources) {
        return new FolderWalk(sources.options()).walk(LocalPath.of(input));
    }
}
