package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The one way in which Newsmill reads and writes JSON. */
public final class Json {
    /** For texts, wins over the NON_EMPTY of the records: a required text that is empty would be missing on read. */
    private static final JsonInclude.Value ALSO_EMPTY =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL);

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /** The shared mapper. Thread-safe; nobody may configure it further. Unknown fields are ignored on read. */
    public static JsonMapper shared() {
        return MAPPER;
    }

    private static JsonMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(200)
                .maxStringLength(32 << 20)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .addModule(new JavaTimeModule())
                .withConfigOverride(String.class, text -> text.setIncludeAsProperty(ALSO_EMPTY))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }
}
