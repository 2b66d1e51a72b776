package dev.fileapi.files.modelbased;

import dev.fileapi.files.Promotion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An old version of a file is made its newest by a copy. Azurite has always made it when it answers. */
record PromoteVersionStep(int caller, int pick, int versionPick, Condition condition) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        FileId id = before.pickFile(pick);
        ModelFile file = before.file(id);
        Promotion promotion =
                real.files().promote().promote(real.workspace(), id, version(file), user(), condition.of(file), null);
        return promotion instanceof Promotion.Promoted promoted ? real.shown(promoted.file()) : promotion;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = before.pickFile(pick);
        ModelFile file = before.file(id);
        UploadCondition required = condition.of(file);
        return Map.of(
                id,
                Answers.live(
                        file,
                        live -> Committing.notice(live)
                                .then(noticed -> found(id, noticed, before, real, version(file), required))));
    }

    private Course found(
            FileId id,
            ModelFile file,
            ModelOfFiles before,
            RealFiles real,
            VersionId source,
            @Nullable UploadCondition required) {
        Pointer latest = file.latest();
        if (latest != null && file.isLatest(source)) {
            User issuer = file.versions().get(source).issuer();
            return Committing.isMet(required, latest)
                    ? Course.ended(file, shown(file, source, issuer, latest.content()))
                    : Course.ended(file, Answers.PRECONDITION_FAILED);
        }
        return Committing.all(file, List.of(source)).then(looked -> {
            ModelVersion version = looked.version(source);
            if (version == null || version.state() != VersionState.COMMITTED) {
                return Course.ended(looked, Answers.NOT_FOUND);
            }
            VersionId copy = VersionId.issuedAt(before.now(), latest == null ? null : latest.id());
            return Committing.isMet(required, latest)
                    ? copied(id, copy, looked.with(copy, copyOf(version, before, required)), version.recorded(), real)
                    : Course.ended(looked, Answers.PRECONDITION_FAILED);
        });
    }

    /** What is known of the version is told of the copy. */
    private ModelVersion copyOf(ModelVersion version, ModelOfFiles before, @Nullable UploadCondition required) {
        String known = version.known().read() ? version.recorded().bytes() : null;
        String told = version.told() == null ? known : version.told();
        return ModelVersion.issued(
                user(), before.now(), required, told, version.known().tags());
    }

    /** After a crash the records do not tell whether the copy was made: the blob does. */
    private Course copied(FileId id, VersionId copy, ModelFile created, Content source, RealFiles real) {
        String etag = real.etag(new ModelOfFiles.Upload(id, copy)).orElse(null);
        if (etag == null) {
            return Course.at(created);
        }
        ModelVersion written = created.versions().get(copy).written(new Content(source.bytes(), etag));
        return Course.at(created.with(copy, written))
                .then(copied -> Committing.all(copied, List.of(copy)))
                .then(ended -> {
                    ModelVersion version = ended.versions().get(copy);
                    return version.state() == VersionState.COMMITTED
                            ? Course.ended(ended, shown(ended, copy, user(), version.recorded()))
                            : Course.ended(ended, Answers.PRECONDITION_FAILED);
                });
    }

    private static Answers.Shown shown(ModelFile file, VersionId version, User issuer, Content content) {
        return new Answers.Shown(file.path(), version, issuer, content, null);
    }

    private VersionId version(ModelFile file) {
        return ModelOfFiles.picked(List.copyOf(file.versions().keySet()), versionPick, new VersionId(1));
    }

    private User user() {
        return RealFiles.CALLERS.get(caller);
    }
}
