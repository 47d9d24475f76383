package io.github.trdcare.exchange.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What is to be taken, as the job keeps it.
 *
 * @param source name of the system that the files come from
 */
record ImportWish(String source, List<Input> inputs) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORT = 8;

    /** One file: resources of one type. */
    record Input(String type, String url) {}

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ImportWish of(String json) {
        try {
            return JSON.readValue(json, ImportWish.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Stands before an id that is a number there, since numbers are this server's to give. */
    String prefix() {
        return "i" + DigestUtils.sha256Hex(source).substring(0, SHORT) + "-";
    }
}
