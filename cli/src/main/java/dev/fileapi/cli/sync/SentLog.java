package dev.fileapi.cli.sync;

import dev.fileapi.client.UploadRef;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file with a line for each upload that was sent, written at once, so that a run that is killed has told of all but those in flight. */
final class SentLog implements SentUploads, AutoCloseable {

    /** The log may tell of several folders of several workspaces, but one asks at a time: what none has asked about for so long is recorded. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final Pattern LINE = Pattern.compile("([0-9a-f-]{36}) ([0-9]{1,19}) ([A-Za-z0-9+/]{43}=)");

    private final Path file;
    private @Nullable FileChannel channel;

    SentLog(Path file) {
        this.file = file;
    }

    @Override
    public Instant oldest() throws IOException {
        if (!Files.exists(file)) {
            return Instant.MAX;
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return line(reader).map(Line::begun).orElse(Instant.MAX);
        }
    }

    @Override
    public Map<UploadRef, String> of(Set<UploadRef> inProgress) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Instant recent = Instant.now().minus(KEPT);
        Map<UploadRef, String> found = new HashMap<>();
        Path kept = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedReader reader = Files.newBufferedReader(file);
                BufferedWriter writer = Files.newBufferedWriter(kept)) {
            for (Optional<Line> line = line(reader); line.isPresent(); line = line(reader)) {
                boolean asked = inProgress.contains(line.get().upload());
                if (asked) {
                    found.put(line.get().upload(), line.get().sha256());
                }
                if (asked || line.get().begun().isAfter(recent)) {
                    writer.write(line.get().text());
                }
            }
        }
        Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return found;
    }

    @Override
    public synchronized void add(UploadRef upload, String sha256) {
        try {
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            channel.write(ByteBuffer.wrap(new Line(upload, sha256).text().getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            // the next run asks the service instead
            return;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    /** Returns the next line that is whole; empty at the end. One was cut off when its writer was killed. */
    private static Optional<Line> line(BufferedReader reader) throws IOException {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            Matcher columns = LINE.matcher(text);
            if (columns.matches()) {
                UploadRef upload = new UploadRef(UUID.fromString(columns.group(1)), columns.group(2));
                return Optional.of(new Line(upload, columns.group(3)));
            }
        }
        return Optional.empty();
    }

    private record Line(UploadRef upload, String sha256) {

        /** A version's id is when its upload began, in nanoseconds since the epoch. */
        Instant begun() {
            return Instant.EPOCH.plusNanos(Long.parseLong(upload.versionId()));
        }

        String text() {
            return upload.fileId() + " " + upload.versionId() + " " + sha256 + "\n";
        }
    }
}
