package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Schemas (2020-12) of the message records. What is required is what the reader requires: all that is
 * neither {@code @Nullable} nor a list or a map. The descriptions are the {@code @param} lines of the sources. A field
 * that is not there is allowed: it may come from a later version.
 */
final class Schemas {
    private static final Path SOURCES = Path.of("src/main/java/dev/newsmill/message");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

    private Schemas() {}

    /** The schema of a message, with the records that it uses in {@code $defs}. */
    static ObjectNode of(Class<? extends Record> type) {
        Schemas schemas = new Schemas();
        ObjectNode schema = Json.shared().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://newsmill.dev/schemas/" + fileName(type));
        schema.put("title", type.getSimpleName());
        schema.setAll(schemas.object(type));
        if (!schemas.definitions.isEmpty()) {
            ObjectNode definitions = schema.putObject("$defs");
            schemas.definitions.forEach(definitions::set);
        }
        return schema;
    }

    static String fileName(Class<?> type) {
        String name = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return name.toLowerCase(java.util.Locale.ROOT) + ".schema.json";
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = Json.shared().createObjectNode();
        String description = summary(type);
        if (!description.isEmpty()) object.put("description", description);
        object.put("type", "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = object.putArray("required");
        addComponents(type, properties, required);
        if (required.isEmpty()) object.remove("required");
        return object;
    }

    private void addComponents(Class<?> type, ObjectNode properties, ArrayNode required) {
        Map<String, String> descriptions = parameters(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addComponents(component.getType(), properties, required);
                continue;
            }
            ObjectNode property = schema(component.getAnnotatedType());
            String description = descriptions.get(component.getName());
            if (description != null) property.put("description", description);
            properties.set(component.getName(), property);
            if (isRequired(component)) required.add(component.getName());
        }
    }

    /** {@code pageType} is the one text that has a default. */
    private static boolean isRequired(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean many = Collection.class.isAssignableFrom(component.getType())
                || Map.class.isAssignableFrom(component.getType());
        return !nullable && !many && !component.getName().equals("pageType");
    }

    private ObjectNode schema(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            boolean map = Map.class.isAssignableFrom((Class<?>) ((ParameterizedType) type).getRawType());
            ObjectNode schema = Json.shared().createObjectNode().put("type", map ? "object" : "array");
            schema.set(map ? "additionalProperties" : "items", schema(arguments[map ? 1 : 0]));
            return schema;
        }
        return schema((Class<?>) type);
    }

    private ObjectNode schema(Class<?> type) {
        ObjectNode schema = Json.shared().createObjectNode();
        if (type.isEnum()) return enumeration(type);
        if (type.isRecord()) return reference(type);
        if (type == JsonNode.class) return schema;
        if (type == Instant.class) return schema.put("type", "string").put("format", "date-time");
        if (type == String.class) return schema.put("type", "string");
        if (type == boolean.class || type == Boolean.class) return schema.put("type", "boolean");
        if (type == double.class || type == Double.class) return schema.put("type", "number");
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class)
            return schema.put("type", "integer");
        throw new IllegalArgumentException("no schema for " + type);
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        if (definitions.putIfAbsent(name, Json.shared().createObjectNode()) == null) {
            definitions.put(name, object(type));
        }
        return Json.shared().createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = Json.shared().createObjectNode().put("type", "string");
        ArrayNode values = schema.putArray("enum");
        for (Object constant : type.getEnumConstants()) values.add(name(type, (Enum<?>) constant));
        return schema;
    }

    private static String name(Class<?> type, Enum<?> constant) {
        try {
            JsonProperty property = type.getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null ? constant.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String summary(Class<?> type) {
        String text = javadoc(type);
        int tags = text.indexOf(" @param");
        return plain(tags < 0 ? text : text.substring(0, tags));
    }

    private static Map<String, String> parameters(Class<?> type) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String[] parts = javadoc(type).split(" @param ");
        for (int i = 1; i < parts.length; i++) {
            String[] words = parts[i].split(" ", 2);
            parameters.put(words[0], plain(words[1]));
        }
        return parameters;
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link) #?([^}]*)}", "$1")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The comment in front of the record, on one line. */
    private static String javadoc(Class<?> type) {
        Class<?> file = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        try {
            String source = Files.readString(SOURCES.resolve(file.getSimpleName() + ".java"));
            int declaration = source.indexOf("record " + type.getSimpleName() + "(");
            String before = source.substring(0, declaration);
            int comment = before.lastIndexOf("/**");
            Matcher matcher = JAVADOC.matcher(comment < 0 ? "" : before.substring(comment));
            if (!matcher.find()) return "";
            return " "
                    + matcher.group(1)
                            .lines()
                            .map(line -> line.strip().replaceFirst("^\\*\\s*", ""))
                            .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
