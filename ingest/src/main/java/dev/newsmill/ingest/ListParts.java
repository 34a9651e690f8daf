package dev.newsmill.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The inputs that the lines of a list name. A line that is broken is a part that says so when it is opened. */
final class ListParts implements Iterator<Part> {
    private final String list;
    private final @Nullable Path folder;
    private final ListLines lines;
    private final Source source;
    private final Sources sources;
    private @Nullable Part next;
    private boolean ended;

    ListParts(String list, @Nullable Path folder, ListLines lines, Source source, Sources sources) {
        this.list = list;
        this.folder = folder;
        this.lines = lines;
        this.source = source;
        this.sources = sources;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) next = read();
        return next != null;
    }

    @Override
    public Part next() {
        if (!hasNext() || next == null) throw new NoSuchElementException();
        Part part = next;
        next = null;
        return part;
    }

    private @Nullable Part read() {
        try {
            ListLines.Line line = lines.next();
            ended = line == null;
            return line == null ? null : part(line);
        } catch (IOException e) {
            ended = true;
            return new Part(list, () -> {
                throw new IOException("cannot read the rest of the list " + list + ": " + e.getMessage(), e);
            });
        }
    }

    private Part part(ListLines.Line line) {
        String place = (list.equals("-") ? "stdin" : list) + ":" + line.number();
        return new Part(place, () -> open(line));
    }

    private Offers open(ListLines.Line line) throws IOException {
        if (line.cut()) throw new IOException("line is longer than " + ListLines.MAX_LINE + " characters");
        ListLine said = ListLine.of(line.text(), folder);
        String url = said.url();
        if (url == null) return sources.openInside(said.input(), source);
        WebAddress.check(url, true);
        FilePage page = new FilePage(sources.options());
        return Offers.each(List.of(() -> page.offer(LocalPath.of(said.input()), url)));
    }
}
