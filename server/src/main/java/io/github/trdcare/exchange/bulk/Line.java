package io.github.trdcare.exchange.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * One line of a file that is taken.
 *
 * @param number from 1 on
 * @param text empty when it is too long to be taken
 */
record Line(long number, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static String write(List<Line> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Line> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Line>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
