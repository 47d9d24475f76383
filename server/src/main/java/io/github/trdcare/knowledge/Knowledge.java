package io.github.trdcare.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clinical tables: those that are shipped, and over them those of a clinic's own directory. */
public final class Knowledge {
    private static final String SHIPPED = "/knowledge/";
    private static final String FOLDER_INDEX = "/files.txt";

    /** A section of a document and the rows in it: what a clinic's file may add or override. */
    private static final int DEPTH = 2;

    private final Optional<Path> directory;

    private Knowledge(Optional<Path> directory) {
        this.directory = directory;
    }

    public static Knowledge shipped() {
        return new Knowledge(Optional.empty());
    }

    /** Rows of the same key override those that are shipped, others are added; a file that nobody reads is refused. */
    public static Knowledge with(Path directory) {
        Knowledge knowledge = new Knowledge(Optional.of(directory));
        knowledge.refuseStrayFiles(directory);
        fileNames(directory).forEach(knowledge::readOnce);
        return knowledge;
    }

    /** The rows of a table, by the text of its first column. */
    public Map<String, Row> table(String file) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Source source : sources(file)) {
            rows.putAll(source.read(Csv::read));
        }
        return rows;
    }

    /** A document: sections of named rows. */
    public Row document(String file) {
        return sources(file).stream()
                .map(source -> source.read(Yaml::read))
                .reduce((shipped, own) -> shipped.overlaid(own, DEPTH))
                .orElseThrow(() -> new KnowledgeException(file, 1, "there is no such file"));
    }

    /** Every document of a folder, by its file name without the ending. */
    public Map<String, Row> folder(String folder) {
        Map<String, Row> documents = new LinkedHashMap<>();
        Stream.concat(shippedIn(folder).stream(), ownIn(folder).stream())
                .distinct()
                .forEach(name -> documents.put(name.replace(".yaml", ""), document(folder + "/" + name)));
        return documents;
    }

    private List<Source> sources(String file) {
        List<Source> sources = new ArrayList<>();
        if (Knowledge.class.getResource(SHIPPED + file) != null) {
            sources.add(new Source(file, () -> Knowledge.class.getResourceAsStream(SHIPPED + file)));
        }
        directory
                .map(path -> path.resolve(file))
                .filter(Files::isRegularFile)
                .ifPresent(path -> sources.add(new Source(path.toString(), () -> Files.newInputStream(path))));
        return sources;
    }

    private static List<String> shippedIn(String folder) {
        return new Source(folder, () -> Knowledge.class.getResourceAsStream(SHIPPED + folder + FOLDER_INDEX))
                .read((name, reader) ->
                        new java.io.BufferedReader(reader).lines().toList());
    }

    private List<String> ownIn(String folder) {
        return directory
                .map(path -> path.resolve(folder))
                .filter(Files::isDirectory)
                .map(Knowledge::documentNames)
                .orElse(List.of());
    }

    /** So that a table which is asked for late is refused at the start too. */
    private void readOnce(String file) {
        if (file.endsWith(".csv")) {
            table(file);
        } else {
            document(file);
        }
    }

    private void refuseStrayFiles(Path own) {
        fileNames(own).stream()
                .filter(name -> Knowledge.class.getResource(SHIPPED + name) == null)
                .findFirst()
                .ifPresent(name -> {
                    throw new KnowledgeException(own.resolve(name).toString(), 1, "no table has this name");
                });
    }

    private static List<String> documentNames(Path folder) {
        List<String> names = fileNames(folder);
        names.stream().filter(name -> !name.endsWith(".yaml")).findFirst().ifPresent(name -> {
            throw new KnowledgeException(folder.resolve(name).toString(), 1, "a document's name ends in .yaml");
        });
        return names;
    }

    private static List<String> fileNames(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private interface Reading<T> {
        T read(String name, Reader reader) throws IOException;
    }

    private record Source(String name, Opening opening) {
        <T> T read(Reading<T> reading) {
            try (Reader reader = new InputStreamReader(opening.open(), StandardCharsets.UTF_8)) {
                return reading.read(name, reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
