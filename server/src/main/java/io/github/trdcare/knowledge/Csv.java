package io.github.trdcare.knowledge;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table with a heading; the first column names the row. */
final class Csv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();

    private Csv() {}

    static Map<String, Row> read(String file, Reader reader) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (CSVParser parser = FORMAT.parse(reader)) {
            for (CSVRecord entry : parser) {
                Row row = row(file, parser.getCurrentLineNumber(), entry);
                if (rows.put(row.key(), row) != null) {
                    throw row.wrong("stands twice");
                }
            }
        }
        return rows;
    }

    private static Row row(String file, long line, CSVRecord entry) {
        if (!entry.isConsistent()) {
            throw new KnowledgeException(file, line, "has another number of columns than the heading");
        }
        return new Row(file, line, entry.get(0), new LinkedHashMap<>(entry.toMap()));
    }
}
