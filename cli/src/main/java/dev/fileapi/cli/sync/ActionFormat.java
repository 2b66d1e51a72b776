package dev.fileapi.cli.sync;

import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.DeleteRemote;
import dev.fileapi.cli.sync.Action.Download;
import dev.fileapi.cli.sync.Action.Refuse;
import dev.fileapi.cli.sync.Action.Skip;
import dev.fileapi.cli.sync.Action.Upload;
import dev.fileapi.cli.sync.LocalItem.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an action is written for the same process. */
final class ActionFormat {

    private ActionFormat() {}

    static void write(Action action, DataOutput out) throws IOException {
        out.writeUTF(action.getClass().getSimpleName());
        out.writeUTF(action.path());
        if (action instanceof Upload upload) {
            write(upload.source(), out);
            out.writeBoolean(upload.isNew());
            writeText(upload.sha256(), out);
        } else if (action instanceof Download download) {
            write(download.source(), out);
            out.writeBoolean(download.replaced() != null);
            if (download.replaced() != null) {
                write(download.replaced(), out);
            }
        } else if (action instanceof DeleteRemote deletion) {
            write(deletion.file(), out);
        } else if (action instanceof DeleteLocal deletion) {
            write(deletion.file(), out);
        } else if (action instanceof Skip skip) {
            out.writeUTF(skip.reason());
        } else if (action instanceof Refuse refusal) {
            out.writeUTF(refusal.reason());
        }
    }

    static Action read(DataInput in) throws IOException {
        String type = in.readUTF();
        String path = in.readUTF();
        return switch (type) {
            case "Upload" -> new Upload(path, readLocal(in), in.readBoolean(), readText(in));
            case "Download" -> new Download(path, readRemote(in), in.readBoolean() ? readLocal(in) : null);
            case "DeleteRemote" -> new DeleteRemote(path, readRemote(in));
            case "DeleteLocal" -> new DeleteLocal(path, readLocal(in));
            case "Skip" -> new Skip(path, in.readUTF());
            case "Refuse" -> new Refuse(path, in.readUTF());
            default -> throw new IOException("not an action: " + type);
        };
    }

    private static void write(LocalItem item, DataOutput out) throws IOException {
        out.writeUTF(item.path());
        out.writeUTF(item.file().toString());
        out.writeLong(item.size());
        write(item.modifiedAt(), out);
        out.writeUTF(item.inode());
    }

    private static LocalItem readLocal(DataInput in) throws IOException {
        return new LocalItem(
                in.readUTF(), Kind.FILE, Path.of(in.readUTF()), in.readLong(), readTime(in), in.readUTF(), "");
    }

    private static void write(RemoteItem item, DataOutput out) throws IOException {
        out.writeUTF(item.path());
        out.writeLong(item.fileId().getMostSignificantBits());
        out.writeLong(item.fileId().getLeastSignificantBits());
        out.writeUTF(item.versionId());
        writeText(item.etag(), out);
        out.writeLong(item.size());
        writeText(item.sha256(), out);
        out.writeBoolean(item.sourceModifiedAt() != null);
        if (item.sourceModifiedAt() != null) {
            write(item.sourceModifiedAt(), out);
        }
    }

    private static RemoteItem readRemote(DataInput in) throws IOException {
        return new RemoteItem(
                in.readUTF(),
                new UUID(in.readLong(), in.readLong()),
                in.readUTF(),
                readText(in),
                in.readLong(),
                readText(in),
                in.readBoolean() ? readTime(in) : null);
    }

    private static void write(Instant time, DataOutput out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static Instant readTime(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void writeText(@Nullable String text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInput in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
