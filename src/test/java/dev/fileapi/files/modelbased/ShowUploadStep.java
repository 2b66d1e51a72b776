package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

record ShowUploadStep(int pick) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        ModelOfFiles.Upload upload = before.pickUpload(pick);
        UploadState shown = real.files().uploads().state(real.workspace(), upload.file(), upload.version());
        return new Answers.Progress(shown.version().state(), shown.version().linkExpiresAt(), shown.discardedAt());
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        ModelOfFiles.Upload upload = before.pickUpload(pick);
        return Map.of(upload.file(), Answers.live(before.file(upload.file()), file -> shown(file, upload.version())));
    }

    private static Course shown(ModelFile file, VersionId id) {
        if (file.version(id) == null) {
            return Course.ended(file, Answers.NOT_FOUND);
        }
        return Committing.all(file, List.of(id)).then(looked -> {
            ModelVersion upload = looked.versions().get(id);
            Instant linkExpiresAt = upload.linkExpiresAt();
            return Course.ended(
                    looked, new Answers.Progress(upload.state(), linkExpiresAt, linkExpiresAt.plus(Times.UNFINISHED)));
        });
    }
}
