package dev.newsmill.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** How {@code --help} looks: examples first, exit codes last. */
final class HelpLayout {
    private static final String[] EXIT_CODES = {
        "",
        "Exit codes: 0 done, 1 failed, 2 usage, 3 check not met or differences found,",
        "  5 not found, 6 server or broker not reached, 7 partly done,",
        "  8 refused without --execute or --confirm, 130 interrupted."
    };

    private HelpLayout() {}

    static void apply(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("show this")
                        .build());
        line.getCommandSpec().usageMessage().footer(EXIT_CODES);
        line.getSubcommands().values().forEach(HelpLayout::apply);
    }
}
