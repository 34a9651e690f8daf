package dev.newsmill.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Prints the lines of a page with their marks, for a person who wants to see what the rules see. */
final class OutlineRun {
    private OutlineRun() {}

    public static void main(String[] args) throws IOException {
        Document document = Parser.htmlParser().parseInput(html(Path.of(args[0])), "");
        Outline outline = OutlineReader.read(document, ClassWords.load());
        Region main = MainFinder.find(outline);
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            out.println("main: " + main);
            for (Line line : outline.lines()) {
                out.printf(
                        "%4d %6.1f %s %s %s | %s%n",
                        line.index,
                        line.weight,
                        main != null && main.contains(line) ? "M" : " ",
                        line.region,
                        marks(line.marks),
                        Found.cut(line.text));
            }
        }
    }

    private static String marks(long marks) {
        StringBuilder names = new StringBuilder();
        for (Mark mark : Mark.values()) if (mark.in(marks)) names.append(mark).append(' ');
        return names.toString();
    }

    private static String html(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
