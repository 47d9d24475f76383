package io.github.trdcare.profiles.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Makes the FHIR package of this guide: compiled differentials in, snapshots generated, one reproducible archive out. */
public final class TrdCarePackage {
    private TrdCarePackage() {}

    /** Arguments: folder of the compiled JSON, archive to write, version. */
    public static void main(String[] arguments) throws IOException {
        PackageFiles files = new PackageFiles();
        Definitions.withSnapshots(Path.of(arguments[0])).forEach(files::addIfAbsent);
        PackageManifest manifest =
                new PackageManifest("trdcare.fhir", arguments[2], "https://trd-care.github.io/fhir", "IG");
        write(Path.of(arguments[1]), files.contents(manifest));
    }

    private static void write(Path archive, Map<String, String> contents) throws IOException {
        Files.createDirectories(archive.getParent());
        try (OutputStream file = Files.newOutputStream(archive);
                GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
            for (Map.Entry<String, String> content : contents.entrySet()) {
                byte[] bytes = content.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("package/" + content.getKey());
                entry.setSize(bytes.length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
    }
}
