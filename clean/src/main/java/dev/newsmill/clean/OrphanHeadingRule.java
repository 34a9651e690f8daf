package dev.newsmill.clean;

/** Removes headings that nothing follows: what they stood over was removed, or they close the page. */
record OrphanHeadingRule() implements TrimRule {
    @Override
    public String name() {
        return "heading-of-nothing";
    }

    @Override
    public void apply(Main main) {
        int under = 7;
        for (int i = main.lines().size() - 1; i >= 0; i--) {
            Line line = main.lines().get(i);
            if (!line.kept()) continue;
            int level = line.region.tag.heading();
            if (level == 0) under = 7 + 1;
            else if (under <= level || under == 7) line.remove(name(), "h" + level);
            else under = level;
        }
    }
}
