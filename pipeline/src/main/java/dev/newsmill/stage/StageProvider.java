package dev.newsmill.stage;

import dev.newsmill.message.Message;
import java.util.Map;

/**
 * Offers a stage to the runtime. Found by {@link java.util.ServiceLoader}; one file, with {@code @AutoService}.
 *
 * @param <I> value of the input topic
 * @param <O> value of the output topic
 */
public interface StageProvider<I extends Message, O extends Message> {

    /** The verb: module, package, command and consumer group are named after it. */
    String name();

    /** Grows whenever outputs may change for the same input: {@code 1.0}. Written on each record and receipt. */
    String version();

    Class<I> input();

    Class<O> output();

    /**
     * Loads the stage.
     *
     * @param options settings by name, such as {@code archive}; unknown ones belong to other stages
     * @throws IllegalArgumentException if an option's value is bad; the message says which and what would be right
     */
    Stage<I, O> open(Map<String, String> options);
}
