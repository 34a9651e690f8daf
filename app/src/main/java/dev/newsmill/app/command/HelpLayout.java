package dev.newsmill.app.command;

import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.Wrap;
import dev.newsmill.app.console.Wrap.Piece;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How {@code --help} looks: examples first, exit codes last. */
final class HelpLayout {
    private static final String[] EXIT_CODES = {
        "",
        "Exit codes: 0 done, 1 failed, 2 usage, 3 check not met or differences found,",
        "  5 not found, 6 server or broker not reached, 7 partly done,",
        "  8 refused without --execute or --confirm, 130 interrupted."
    };

    private static final int WIDTH = 80;
    private static final int NAME = 12;

    private HelpLayout() {}

    static void apply(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("show this")
                        .build());
        line.getCommandSpec().usageMessage().footer(EXIT_CODES);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(line));
        line.getSubcommands().values().forEach(HelpLayout::apply);
    }

    /** A command stands with the first words of its description: its header are the examples. */
    private static String commands(CommandLine line) {
        StringBuilder list = new StringBuilder();
        line.getSubcommands().forEach((name, command) -> {
            String[] description = command.getCommandSpec().usageMessage().description();
            String words = String.join(" ", description).split("[.:](?= |$)", 2)[0];
            List<Piece> text = List.of(Piece.plain(words));
            Wrap.lines(text, WIDTH, "  " + Cells.pad(name, NAME) + "  ", " ".repeat(NAME + 4))
                    .forEach(each -> list.append(each).append('\n'));
        });
        return list.toString();
    }
}
