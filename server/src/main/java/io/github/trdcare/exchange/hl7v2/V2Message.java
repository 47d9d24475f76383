package io.github.trdcare.exchange.hl7v2;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message: its segments in their order, whatever groups a version of the standard would put them in. */
record V2Message(Header header, List<Line> lines) {
    private static final HapiContext CONTEXT = new DefaultHapiContext(new GenericModelClassFactory());
    private static final String SEGMENT = "[A-Z][A-Z0-9]{2}";

    static V2Message parse(String text) {
        Header header = Header.of(text);
        if (header.isMissing()) {
            throw new V2RefusedException(
                    V2Error.UNREADABLE, "", "This is no HL7 v2 message: it does not begin with MSH and its separators");
        }
        EncodingCharacters separators =
                new EncodingCharacters(header.separator().charAt(0), encoding(header.encoding()));
        PipeParser parser = CONTEXT.getPipeParser();
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : text.split("[\r\n]+")) {
            if (!line.isBlank()) {
                lines.add(line(line, lines.size() + 1, separators, parser, numbers));
            }
        }
        return new V2Message(header, lines);
    }

    /** MSH-2 may have a fifth separator since version 2.7, which nothing here needs. */
    private static String encoding(String all) {
        return all.substring(0, 4);
    }

    private static Line line(
            String text, int place, EncodingCharacters separators, PipeParser parser, Map<String, Integer> numbers) {
        String name = text.substring(0, Math.min(3, text.length()));
        if (!name.matches(SEGMENT) || text.length() > 3 && text.charAt(3) != separators.getFieldSeparator()) {
            throw new V2RefusedException(
                    V2Error.SEGMENT_SEQUENCE, "", "Line " + place + " does not begin with the name of a segment");
        }
        GenericSegment segment = new GenericSegment(new GenericMessage.V251(new GenericModelClassFactory()), name);
        try {
            parser.parse(segment, text, separators);
        } catch (HL7Exception | RuntimeException unreadable) {
            throw new V2RefusedException(V2Error.DATA_TYPE, name, "Line " + place + " cannot be parsed");
        }
        return new Line(segment, numbers.merge(name, 1, Integer::sum));
    }

    /** Message code and trigger event, as in {@code ADT^A08}. */
    String event() {
        return header.event();
    }

    Optional<Line> first(String segment) {
        return lines.stream().filter(line -> line.name().equals(segment)).findFirst();
    }

    Line required(String segment) {
        return first(segment)
                .orElseThrow(() -> new V2RefusedException(
                        V2Error.SEGMENT_SEQUENCE, segment, "Segment " + segment + " is missing"));
    }

    /** The message cut into groups, each of which has at most one segment of each of these names, in this order. */
    List<Group> groups(List<String> openers) {
        List<Group> groups = new ArrayList<>();
        for (Line line : lines) {
            int rank = openers.indexOf(line.name());
            boolean opens = rank >= 0
                    && (groups.isEmpty()
                            || openers.subList(rank, openers.size()).stream()
                                    .anyMatch(name -> last(groups).first(name).isPresent()));
            if (opens) {
                groups.add(new Group(new ArrayList<>(List.of(line))));
            } else if (!groups.isEmpty()) {
                last(groups).lines().add(line);
            }
        }
        return groups;
    }

    private static Group last(List<Group> groups) {
        return groups.get(groups.size() - 1);
    }

    /** Segments that belong together: an order and what it orders, a report and its results. */
    record Group(List<Line> lines) {

        Optional<Line> first(String segment) {
            return lines.stream().filter(line -> line.name().equals(segment)).findFirst();
        }

        Line required(String segment) {
            return first(segment)
                    .orElseThrow(() -> new V2RefusedException(
                            V2Error.SEGMENT_SEQUENCE,
                            lines.get(0).name(),
                            "Segment " + segment + " is missing after "
                                    + lines.get(0).name()));
        }

        List<Line> all(String segment) {
            return lines.stream().filter(line -> line.name().equals(segment)).toList();
        }
    }
}
