package io.github.trdcare.profiles.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The prose of the guide, written in Markdown: one file for each profile, one for the index. */
class Narratives {

    private final Path folder;

    Narratives(Path folder) {
        this.folder = folder;
    }

    /** The narrative of that name as HTML; empty where none was written. */
    String of(String name) {
        Path file = folder.resolve(name + ".md");
        return Files.exists(file) ? html(file) : "";
    }

    private static String html(Path file) {
        try {
            return HtmlRenderer.builder()
                    .build()
                    .render(Parser.builder().build().parse(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
