package dev.newsmill.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.newsmill.message.Json;
import java.io.IOException;

/** Reads the revision of a publication without the rest of it. */
final class Revisions {
    private Revisions() {}

    /** The revision number; 0 if there is none to be read. */
    static int of(byte[] publication) {
        try (JsonParser parser = Json.shared().createParser(publication)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return 0;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("revision") && value == JsonToken.VALUE_NUMBER_INT) return parser.getIntValue();
                parser.skipChildren();
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
