package dev.newsmill.app.command;

import dev.newsmill.app.console.ExitCode;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill completion}: lets a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints what lets bash or zsh complete newsmill's commands and options.",
        header = {
            "Examples:",
            "  source <(newsmill completion bash)     for this shell; or in ~/.bashrc",
            "  source <(newsmill completion zsh)      for this shell; or in ~/.zshrc",
            ""
        })
final class CompletionCommand implements Callable<Integer> {
    private static final String ZSH =
            "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    Kind shell = Kind.bash;

    /** The shells that are known. */
    enum Kind {
        bash,
        zsh
    }

    @Override
    public Integer call() {
        Newsmill newsmill = Objects.requireNonNull(root);
        CommandLine line = Objects.requireNonNull(newsmill.spec).commandLine();
        newsmill.console()
                .print((shell == Kind.zsh ? ZSH : "")
                        + AutoComplete.bash("newsmill", line).strip());
        return ExitCode.DONE;
    }
}
