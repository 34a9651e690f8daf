package dev.newsmill.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.newsmill.app.console.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings that hold, and where each came from: flag, environment, file or default, in this order. */
public final class Settings {
    private static final long MAX_FILE_BYTES = 1 << 20;

    private final Map<Setting, Resolved> values = new EnumMap<>(Setting.class);

    /** A value and its source, such as {@code flag}, {@code NEWSMILL_DATA}, {@code ./newsmill.yaml} or {@code default}. */
    public record Resolved(String value, String source) {}

    private Settings() {}

    /**
     * Resolves all settings.
     *
     * @param flags what the command line gave
     * @param config the one file to read; null to read the usual ones
     */
    public static Settings resolve(Map<Setting, String> flags, Map<String, String> environment, @Nullable Path config) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) settings.put(setting, setting.fallback(), "default");
        List<Path> files = config == null ? usualFiles(environment) : List.of(config);
        for (Path file : files) {
            if (config != null && !Files.exists(file)) {
                throw CommandException.usage("there is no file " + file, "Give --config a file that exists.");
            }
            if (Files.isRegularFile(file)) read(file).forEach((k, v) -> settings.put(k, v, file.toString()));
        }
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.environment());
            if (value != null) settings.put(setting, value, setting.environment());
        }
        flags.forEach((setting, value) -> settings.put(setting, value, "flag"));
        return settings;
    }

    public String get(Setting setting) {
        return resolved(setting).value();
    }

    public Resolved resolved(Setting setting) {
        Resolved resolved = values.get(setting);
        if (resolved == null) throw new IllegalStateException(setting.key());
        return resolved;
    }

    public Optional<String> given(Setting setting) {
        String value = get(setting);
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** A whole number between the limits. */
    public int number(Setting setting, int least, int most) {
        String value = get(setting).strip();
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw notANumber(setting, value, least, most);
        }
        throw notANumber(setting, value, least, most);
    }

    public boolean isOn(Setting setting) {
        String value = get(setting).strip();
        if (value.equals("true") || value.equals("false")) return value.equals("true");
        throw CommandException.usage(
                setting.key() + " is '" + value + "' (" + resolved(setting).source() + ")", "It is true or false.");
    }

    private void put(Setting setting, String value, String source) {
        values.put(setting, new Resolved(value, source));
    }

    private CommandException notANumber(Setting setting, String value, int least, int most) {
        return CommandException.usage(
                setting.key() + " is '" + value + "' (" + resolved(setting).source() + ")",
                "It is a whole number from " + least + " to " + most + ".");
    }

    /** Weakest first. */
    private static List<Path> usualFiles(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        files.add(Path.of("/etc/newsmill/newsmill.yaml"));
        String home = environment.get("HOME");
        if (home != null) files.add(Path.of(home, ".config", "newsmill", "newsmill.yaml"));
        files.add(Path.of("newsmill.yaml"));
        return files;
    }

    private static Map<Setting, String> read(Path file) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        JsonNode tree = tree(file);
        if (tree.isMissingNode() || tree.isNull()) return values;
        if (!tree.isObject()) {
            throw CommandException.usage(file + " is no list of 'key: value' lines", "See newsmill config show.");
        }
        tree.properties().forEach(entry -> {
            Setting setting = Setting.named(entry.getKey()).orElseThrow(() -> unknown(file, entry.getKey()));
            if (!entry.getValue().isValueNode()) {
                throw CommandException.usage(
                        file + ": " + entry.getKey() + " is no single value", "Write " + entry.getKey() + ": VALUE.");
            }
            values.put(setting, entry.getValue().asText());
        });
        return values;
    }

    private static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw CommandException.usage(file + " is larger than 1 MB", "That is no newsmill.yaml.");
            }
            return new YAMLMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw CommandException.usage(file + ": " + e.getOriginalMessage(), "Correct the file; it is YAML.");
        } catch (IOException e) {
            throw CommandException.failed(
                    "cannot read " + file + ": " + e.getMessage(), "Check the file's permissions.");
        }
    }

    private static CommandException unknown(Path file, String key) {
        String nearest = Arrays.stream(Setting.values())
                .map(Setting::key)
                .min(java.util.Comparator.comparingInt(k -> distance(k, key)))
                .orElseThrow();
        String hint = distance(nearest, key) <= 3 ? "Did you mean '" + nearest + "'?" : "All: newsmill config show.";
        return CommandException.usage(file + ": unknown setting '" + key + "'", hint);
    }

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) previous[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
