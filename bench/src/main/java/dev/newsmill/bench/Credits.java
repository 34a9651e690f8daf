package dev.newsmill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Lines that web pages have and corpora of names do not: picture credits, agency lines, bylines and headlines in
 * capitals. Made from the people of a corpus and a list of agencies, so that the tagger learns them.
 */
final class Credits {
    private static final String[] AGENCIES = {
        "AFP", "AP", "Reuters", "dpa", "Getty Images", "EPA", "TASS", "Xinhua", "Sputnik", "Anadolu", "Shutterstock",
        "AP Photo", "Bloomberg", "PA", "PA Media", "Kyodo", "Yonhap", "PTI", "ANSA", "EFE", "Imago", "picture alliance",
        "Press Association", "Associated Press", "NurPhoto", "Zuma Press", "Belga", "NTB", "Ritzau Scanpix", "KEYSTONE"
    };
    private static final String[] LABELS = {"Image: ", "Photo: ", "Picture: ", "Photograph: ", "Credit: ", "Foto: "};
    private static final String[] AFTER = {"", "a video call", "the talks on Monday", "at the weekend"};

    private final Random random = new Random(7);
    private final StringBuilder text = new StringBuilder();
    private final List<Gold.Name> names = new ArrayList<>();

    /** A text of such lines for every few texts of the corpus. */
    static List<Gold> of(List<Gold> corpus, int every) {
        List<Gold> made = new ArrayList<>();
        Credits credits = new Credits();
        for (int k = 0; k < corpus.size(); k += every) {
            Gold gold = credits.text(corpus.get(k));
            if (!gold.names().isEmpty()) made.add(gold);
        }
        return made;
    }

    private Gold text(Gold source) {
        text.setLength(0);
        names.clear();
        for (Gold.Name name : source.names()) {
            if (!name.type().equals("PER") || !source.text(name).contains(" ") || names.size() > 12) continue;
            line(source.text(name).replaceAll("\\s+", " "));
        }
        return new Gold("credits-" + source.id(), text.toString(), List.copyOf(names));
    }

    private void line(String person) {
        String shown = random.nextInt(3) == 0 ? person.toUpperCase(Locale.ROOT) : person;
        switch (random.nextInt(4)) {
            case 0 -> agencies("jl/ab (", ", ", ")");
            case 1 -> byline(shown);
            default -> {
                text.append(pick(AFTER)).append(pick(LABELS));
                add(shown, "PER");
                agencies("/", "/", "");
            }
        }
        text.append('\n');
    }

    private void byline(String person) {
        text.append("By ");
        add(person, "PER");
        agencies(" (", "/", ")");
    }

    private void agencies(String before, String between, String after) {
        text.append(before);
        int count = 1 + random.nextInt(3);
        for (int k = 0; k < count; k++) {
            if (k > 0) text.append(between);
            String agency = pick(AGENCIES);
            add(random.nextInt(4) == 0 ? agency.toUpperCase(Locale.ROOT) : agency, "ORG");
        }
        text.append(after);
    }

    private void add(String name, String type) {
        names.add(new Gold.Name(text.length(), text.length() + name.length(), type));
        text.append(name);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
