package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.exchange.bulk.ExportWish.Level;
import io.github.trdcare.storage.ResourceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.InstantType;
import org.springframework.stereotype.Component;

/** Reads what a client asks of {@code $export}, and refuses at once what could not be answered later. */
@Component
class ExportRequest {
    private static final Set<String> KNOWN =
            Set.of("_outputFormat", "_since", "_until", "_type", "_typeFilter", "patient");
    private static final Set<String> FORMATS = Set.of(Files.NDJSON, "application/ndjson", "ndjson");

    /** A comma that begins another filter, not one between two values. */
    private static final Pattern NEXT_FILTER = Pattern.compile(",(?=[A-Z][A-Za-z]+\\?)");

    private static final Pattern FILTER = Pattern.compile("([A-Z][A-Za-z]+)\\?(.+)");

    /** These shape an answer and select nothing. */
    private static final Pattern SHAPE =
            Pattern.compile("(^|&)(_include|_revinclude|_sort|_count|_offset|_elements|_summary|_total|_format)\\b");

    private static final int LONGEST_SHOWN = 40;
    private static final String ID = "[A-Za-z0-9.-]{1,64}";

    private final ExportTypes types;
    private final ResourceStore store;

    ExportRequest(ExportTypes types, ResourceStore store) {
        this.types = types;
        this.store = store;
    }

    ExportWish read(Words words, Level level, String id) {
        words.allow("$export", KNOWN);
        words.one("_outputFormat")
                .filter(format -> !FORMATS.contains(format.replace(' ', '+')))
                .ifPresent(format -> {
                    throw RefusedException.unreadable("_outputFormat", "The server writes " + Files.NDJSON + " only");
                });
        List<String> asked = types(words, level);
        return new ExportWish(
                level,
                asked,
                filters(words, level, asked),
                instant(words, "_since"),
                instant(words, "_until"),
                patients(words, level, id),
                level == Level.GROUP ? group(id) : "");
    }

    private List<String> types(Words words, Level level) {
        return words.all("_type").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .distinct()
                .peek(type -> check("_type", type, level))
                .toList();
    }

    private void check(String parameter, String type, Level level) {
        if (!types.exists(type)) {
            throw RefusedException.unreadable(parameter, "FHIR R4 has no resource type \"" + shown(type) + "\"");
        }
        if (!types.belongs(type, level)) {
            throw RefusedException.unreadable(
                    parameter,
                    "A resource of type " + type
                            + " is about no patient, so that an export of patients cannot hold it; /$export can");
        }
    }

    private Map<String, List<String>> filters(Words words, Level level, List<String> asked) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        words.all("_typeFilter").stream().flatMap(NEXT_FILTER::splitAsStream).forEach(filter -> {
            var read = FILTER.matcher(filter);
            if (!read.matches()) {
                throw RefusedException.unreadable(
                        "_typeFilter", "A filter is a search such as Observation?code=44261-6, its ? and & escaped");
            }
            String type = read.group(1);
            check("_typeFilter", type, level);
            if (!asked.isEmpty() && !asked.contains(type)) {
                throw RefusedException.unreadable(
                        "_typeFilter", "_typeFilter names " + type + ", which is not among the types of _type");
            }
            tryOut(type, read.group(2));
            filters.computeIfAbsent(type, none -> new ArrayList<>()).add(read.group(2));
        });
        return filters;
    }

    private void tryOut(String type, String query) {
        if (SHAPE.matcher(query).find()) {
            throw RefusedException.unreadable(
                    "_typeFilter", "A filter selects resources; _include, _sort, _count and the like do not");
        }
        try {
            store.search(type, query, 1);
        } catch (BaseServerResponseException | DataFormatException | IllegalArgumentException unusable) {
            throw RefusedException.unreadable(
                    "_typeFilter",
                    "The search " + type + "?" + query.replaceAll("=[^&]*", "=...")
                            + " cannot be made: one of its parameters, modifiers or values is none of " + type);
        }
    }

    private static String instant(Words words, String parameter) {
        return words.one(parameter)
                .map(text -> {
                    try {
                        // In an address, the plus of an offset is a space.
                        return new InstantType(text.replace(' ', '+'))
                                .getValue()
                                .toInstant()
                                .toString();
                    } catch (DataFormatException | IllegalArgumentException | NullPointerException unreadable) {
                        throw RefusedException.unreadable(
                                parameter, parameter + " is an instant such as 2026-06-01T08:00:00Z");
                    }
                })
                .orElse("");
    }

    private List<String> patients(Words words, Level level, String id) {
        List<String> named = words.all("patient").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(each -> each.strip().replaceFirst("^Patient/", ""))
                .toList();
        if (!named.isEmpty() && (level == Level.SYSTEM || level == Level.PATIENT && !id.isEmpty())) {
            throw RefusedException.unreadable("patient", "patient narrows Patient/$export and Group/[id]/$export only");
        }
        List<String> all = level == Level.PATIENT && !id.isEmpty() ? List.of(id) : named;
        all.stream().filter(each -> !each.matches(ID)).findFirst().ifPresent(bad -> {
            throw RefusedException.unreadable("patient", "patient is a reference such as Patient/123");
        });
        store.missing(new TreeSet<>(all.stream().map("Patient/"::concat).toList())).stream()
                .findFirst()
                .ifPresent(absent -> {
                    throw RefusedException.notFound(absent);
                });
        return all;
    }

    private String group(String id) {
        return store.read(Group.class, id).map(found -> id).orElseThrow(() -> RefusedException.notFound("Group/" + id));
    }

    /** Letters alone, and not too many: it goes back to whoever sent it. */
    private static String shown(String type) {
        String letters = type.replaceAll("[^A-Za-z]", "");
        return letters.substring(0, Math.min(LONGEST_SHOWN, letters.length()));
    }
}
