package dev.fileapi.files.modelbased;

import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionState;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** The holder of a link, perhaps of an old one, writes through it. */
record SendBytesStep(int pick, Way way, String bytes) implements Operation {

    private static final Object OVER = "the link is over";

    /** How bytes are sent. */
    enum Way {
        AS_BLOB,
        AS_BLOCKS,
        /** Staged, but not committed: nobody sees it. Azurite refuses it over a leased blob only when it looks at that before its snapshots. */
        AS_BLOCK_FOR_LATER,
        /** By somebody who breaks the lease first. */
        BY_FORCE,
        /** As what can never be a version, where there is nothing yet. */
        AS_APPEND_BLOB
    }

    private record Sent(int status, String etag) {}

    /** The service that takes the bytes has a clock of its own, which may be that far behind. */
    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        RealFiles.Held held = ModelOfFiles.picked(real.links(), pick, null);
        if (held == null || !before.now().isBefore(held.expiresAt().plus(Times.SKEW))) {
            return OVER;
        }
        HttpResponse<byte[]> response = send(real.client(), held.link());
        return new Sent(
                response.statusCode(), response.headers().firstValue("ETag").orElse("none"));
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        if (!(answer instanceof Sent sent)) {
            return Map.of();
        }
        RealFiles.Held held = ModelOfFiles.picked(real.links(), pick, null);
        ModelFile file = before.file(held.file());
        ModelVersion version = file.versions().get(held.version());
        return Map.of(held.file(), outcome(file, held, version, sent));
    }

    private Course outcome(ModelFile file, RealFiles.Held held, ModelVersion version, Sent sent) {
        if (version.state() == VersionState.REJECTED) {
            return Course.ended(file, sent);
        }
        boolean overUnfit = version.blob() != null
                && !version.blob().isFit()
                && version.blob().fit() != Content.Fit.NOT_AS_TOLD;
        if (overUnfit && sent.status() != 201) {
            return Course.ended(file, sent);
        }
        if (way == Way.AS_BLOCK_FOR_LATER) {
            Course staged = Course.ended(file, new Sent(201, sent.etag()));
            return version.seal() == Seal.OPEN ? staged : staged.or(Course.ended(file, new Sent(412, sent.etag())));
        }
        if (way == Way.AS_APPEND_BLOB) {
            return appended(file, held, version, sent);
        }
        Content content = new Content(bytes, sent.etag());
        Course taken = Course.ended(file.with(held.version(), version.written(content)), new Sent(201, sent.etag()));
        Course refused =
                Course.ended(file.with(held.version(), version.sealed(Seal.SEALED)), new Sent(412, sent.etag()));
        if (way == Way.BY_FORCE) {
            return taken;
        }
        return switch (version.seal()) {
            case OPEN -> taken;
            case PERHAPS -> taken.or(refused);
            case SEALED -> refused;
        };
    }

    /** Refused over anything that is there, staged blocks included. */
    private static Course appended(ModelFile file, RealFiles.Held held, ModelVersion version, Sent sent) {
        Course refused = Course.ended(file, new Sent(409, sent.etag()));
        Content unfit = new Content("", sent.etag(), Content.Fit.NOT_A_BLOCK_BLOB);
        return version.blob() == null
                ? refused.or(
                        Course.ended(file.with(held.version(), version.written(unfit)), new Sent(201, sent.etag())))
                : refused;
    }

    private HttpResponse<byte[]> send(LinkHolder client, URI link) {
        return switch (way) {
            case AS_BLOB -> client.put(link, bytes);
            case AS_BLOCKS -> {
                HttpResponse<byte[]> staged = client.stage(link, "0001", bytes);
                yield staged.statusCode() == 201 ? client.commit(link, "0001") : staged;
            }
            case AS_BLOCK_FOR_LATER -> client.stage(link, "0002", bytes);
            case BY_FORCE -> {
                client.breakLease(link);
                yield client.put(link, bytes);
            }
            case AS_APPEND_BLOB -> client.create(link, "AppendBlob", "If-None-Match", "*");
        };
    }
}
