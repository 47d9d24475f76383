package io.github.trdcare.profiles;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small changes to a valid example: {@code remove /path} and {@code put /path JSON}, parted by a semicolon. */
record Edits(String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode appliedTo(JsonNode example) throws JsonProcessingException {
        JsonNode edited = example.deepCopy();
        for (String edit : text.split(";")) {
            String[] words = edit.strip().split(" ", 3);
            JsonPointer path = JsonPointer.compile(words[1]);
            JsonNode parent = edited.at(path.head());
            String last = path.last().getMatchingProperty();
            switch (words[0]) {
                case "remove" -> remove(parent, last, edit);
                case "put" -> put(parent, last, JSON.readTree(words[2]));
                default -> throw new IllegalArgumentException(edit);
            }
        }
        return edited;
    }

    private static void remove(JsonNode parent, String last, String edit) {
        JsonNode gone = parent instanceof ArrayNode array
                ? array.remove(Integer.parseInt(last))
                : ((ObjectNode) parent).remove(last);
        if (gone == null) {
            throw new IllegalArgumentException("Nothing there: " + edit);
        }
    }

    /** A dash as the last step appends to the list. */
    private static void put(JsonNode parent, String last, JsonNode value) {
        if (parent instanceof ArrayNode array && last.equals("-")) {
            array.add(value);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
