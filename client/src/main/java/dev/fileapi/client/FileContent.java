package dev.fileapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The bytes of a file of this machine. */
record FileContent(Path file) implements Content {

    @Override
    public long size() throws IOException {
        return attributes().size();
    }

    @Override
    public InputStream open(long position) throws IOException {
        return Channels.newInputStream(
                FileChannel.open(file, StandardOpenOption.READ).position(position));
    }

    /** Size, time, and which file it is, where the file system tells. */
    @Override
    public Object stamp() throws IOException {
        BasicFileAttributes attributes = attributes();
        return Arrays.asList(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    @Override
    public Optional<Instant> modifiedAt() throws IOException {
        return Optional.of(attributes().lastModifiedTime().toInstant());
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }
}
