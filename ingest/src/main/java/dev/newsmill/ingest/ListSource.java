package dev.newsmill.ingest;

import com.google.auto.service.AutoService;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A list of inputs, one a line: a file, or stdin as {@code -}. Empty lines and lines that start with {@code #} are
 * comments. A line {@code FILE<TAB>URL} reads the page in FILE and knows it under URL. Paths count from the folder of
 * the list, or else from the working directory. A list in a list is not read.
 */
@AutoService(Source.class)
public final class ListSource implements Source {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String accepts() {
        return "a list of those, one a line (.list .urls, a .txt that holds nothing else, or - for stdin)";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean claims(String input) {
        if (input.equals("-")) return true;
        Path path = LocalPath.existing(input);
        return path != null && ListFile.looksLike(path);
    }

    @Override
    public OptionalLong estimate(String input, Sources sources) {
        if (input.equals("-")) return OptionalLong.empty();
        try (ListLines lines = new ListLines(Files.newInputStream(LocalPath.of(input)))) {
            long count = 0;
            while (lines.next() != null) count++;
            return OptionalLong.of(count);
        } catch (IOException e) {
            return OptionalLong.of(1);
        }
    }

    @Override
    public Offers open(String input, Sources sources) throws IOException {
        boolean stdin = input.equals("-");
        Path file = stdin ? null : LocalPath.of(input);
        InputStream in = file == null ? unclosed(sources.options().stdin()) : Files.newInputStream(file);
        ListLines lines = new ListLines(in);
        return new ChainedOffers(new ListParts(input, folder(file), lines, this, sources), lines);
    }

    private static @Nullable Path folder(@Nullable Path file) {
        return file == null ? null : file.toAbsolutePath().getParent();
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }
}
