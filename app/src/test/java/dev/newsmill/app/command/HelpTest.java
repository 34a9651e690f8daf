package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        collect(Shell.line(new Newsmill()), "", names);
        return names.stream();
    }

    private static void collect(CommandLine line, String path, List<String> names) {
        names.add(path.strip());
        line.getSubcommands().forEach((name, sub) -> collect(sub, path + " " + name, names));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void beginsWithExamplesAndEndsWithTheExitCodesInEightyColumns(String command) {
        String text = Shelled.run((command + " --help").strip().split(" ")).out();
        assertThat(text).startsWith("Examples:\n").contains("Exit codes:");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionSaysWhatItDoes(String command) {
        CommandLine line = Shell.line(new Newsmill());
        for (String name : command.split(" ")) {
            if (!name.isEmpty())
                line = Objects.requireNonNull(line.getSubcommands().get(name));
        }
        assertThat(line.getCommandSpec().options()).allMatch(option -> option.description().length > 0);
    }

    @Test
    void eachCommandIsListedWithWhatItDoes() {
        assertThat(Shelled.run("--help").out())
                .contains("  trace         One page through all stages\n", "  version       Versions of newsmill");
    }

    @Test
    void completionKnowsTheCommands() {
        Shelled bash = Shelled.run("completion", "bash");
        assertThat(bash.code()).isZero();
        assertThat(bash.out()).contains("complete -F", "dead-letters", "--max-page-bytes");
    }

    @Test
    void zshCompletesByTheScriptOfBash() {
        assertThat(Shelled.run("completion", "zsh").out())
                .startsWith("autoload")
                .contains("bashcompinit");
    }

    @Test
    void anUnknownShellIsAUsageError() {
        assertThat(Shelled.run("completion", "fish").code()).isEqualTo(2);
    }
}
