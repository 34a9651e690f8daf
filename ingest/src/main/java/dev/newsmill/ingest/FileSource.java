package dev.newsmill.ingest;

import com.google.auto.service.AutoService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** One file that holds one page. Claims every file, so that one which is no page gets its answer. */
@AutoService(Source.class)
public final class FileSource implements Source {

    @Override
    public String name() {
        return "file";
    }

    @Override
    public String accepts() {
        return "a page (.html .htm .xhtml .txt, also with .gz)";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean claims(String input) {
        Path path = LocalPath.existing(input);
        return path != null && !Files.isDirectory(path);
    }

    @Override
    public OptionalLong estimate(String input, Sources sources) {
        return OptionalLong.of(1);
    }

    @Override
    public Offers open(String input, Sources sources) {
        FilePage page = new FilePage(sources.options());
        return Offers.each(List.of(() -> page.offer(LocalPath.of(input))));
    }
}
