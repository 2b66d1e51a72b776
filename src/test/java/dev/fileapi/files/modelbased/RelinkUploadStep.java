package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

record RelinkUploadStep(boolean byPath, int pick) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        ModelOfFiles.Upload upload = before.pickUpload(pick);
        var relink = real.files().relink();
        return real.held(
                byPath
                        ? relink.relink(
                                real.workspace(), before.file(upload.file()).path(), upload.version(), Declaration.NONE)
                        : relink.relink(real.workspace(), upload.file(), upload.version(), Declaration.NONE));
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        ModelOfFiles.Upload upload = before.pickUpload(pick);
        FileId id = byPath ? before.at(before.file(upload.file()).path()) : upload.file();
        return Map.of(id, Answers.live(before.file(id), file -> renewed(id, upload.version(), file, before.now())));
    }

    /** The upload with a fresh link, unless it turns out to be over. */
    static Course renewed(FileId id, VersionId version, ModelFile file, Instant now) {
        ModelVersion known = file.version(version);
        if (known == null || known.state() == VersionState.CANCELLED) {
            return Course.ended(file, Answers.NOT_FOUND);
        }
        return Committing.all(file, List.of(version)).then(looked -> {
            ModelVersion upload = looked.versions().get(version);
            return upload.isPending()
                    ? Course.ended(looked.with(version, upload.relinked(now)), new Answers.Issued(id, version))
                    : Course.ended(looked, Answers.COMPLETED);
        });
    }
}
