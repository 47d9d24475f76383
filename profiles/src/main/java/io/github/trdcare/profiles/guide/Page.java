package io.github.trdcare.profiles.guide;

import java.util.List;

/** A page of the guide: which definition it shows, and its sections. */
public record Page(Definition of, List<Section> sections) {

    static Page of(Definition definition, Section... sections) {
        return new Page(
                definition,
                List.of(sections).stream().filter(section -> !section.isEmpty()).toList());
    }
}
