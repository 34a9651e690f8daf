package dev.newsmill.ingest;

import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One walk through a folder. Remembers paths, not pages. Follows links, but enters each folder once, so loops end.
 * Passes over hidden files, files that are no pages, and the {@code NAME_files} folders that browsers save beside
 * {@code NAME.html}.
 */
final class FolderWalk {
    private final FilePage page;
    private final FolderOptions limits;
    private final Set<Path> entered = new HashSet<>();
    private final List<Supplier<Offer>> found = new ArrayList<>();
    private boolean full;

    FolderWalk(IngestOptions options) {
        this.page = new FilePage(options);
        this.limits = options.folders();
    }

    /** Makers of the offers, in the order of the names; folders stand where their name does. */
    List<Supplier<Offer>> walk(Path folder) {
        enter(folder, 1);
        return found;
    }

    private void enter(Path folder, int depth) {
        try {
            if (!entered.add(folder.toRealPath())) return;
            if (depth > limits.maxDepth()) {
                fail(folder, "deeper than " + limits.maxDepth() + " folders");
                return;
            }
            for (Path entry : entries(folder)) visit(entry, depth);
        } catch (IOException e) {
            fail(folder, String.valueOf(e.getMessage()));
        }
    }

    private void visit(Path entry, int depth) {
        if (full) return;
        if (Files.isDirectory(entry)) enter(entry, depth + 1);
        else if (PageKind.of(entry) != null) add(entry);
    }

    private void add(Path file) {
        if (found.size() < limits.maxFiles()) {
            found.add(() -> ListFile.looksLike(file) ? list(file) : page.offer(file));
            return;
        }
        full = true;
        String most = String.format(Locale.ROOT, "%,d", limits.maxFiles());
        fail(file, "more than " + most + " files; this one and the rest are left");
    }

    private static Offer list(Path file) {
        return new Offer(
                file.toString(),
                new Answer.Of<>(Outcome.drop("not-a-page", "a list of inputs; name the file itself to read them")));
    }

    private void fail(Path place, String why) {
        IOException error = new IOException("cannot read " + place + ": " + why);
        found.add(() -> new Offer(place.toString(), new Answer.Failed<>(error)));
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> visible =
                    entries.filter(entry -> !isHidden(entry)).sorted().toList();
            Set<String> saved = visible.stream().flatMap(FolderWalk::companion).collect(Collectors.toSet());
            return visible.stream()
                    .filter(entry -> !saved.contains(name(entry)))
                    .toList();
        }
    }

    /** The name of the folder that a browser saves next to a page. */
    private static Stream<String> companion(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return PageKind.of(file) == PageKind.HTML && dot > 0
                ? Stream.of(name.substring(0, dot) + "_files")
                : Stream.of();
    }

    private static boolean isHidden(Path path) {
        return name(path).startsWith(".");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
