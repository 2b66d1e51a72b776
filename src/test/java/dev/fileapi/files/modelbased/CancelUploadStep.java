package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.util.List;
import java.util.Map;

record CancelUploadStep(int pick) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        ModelOfFiles.Upload upload = before.pickUpload(pick);
        real.files().uploads().cancel(real.workspace(), upload.file(), upload.version());
        return Answers.DONE;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        ModelOfFiles.Upload upload = before.pickUpload(pick);
        return Map.of(
                upload.file(), Answers.live(before.file(upload.file()), file -> cancelled(file, upload.version())));
    }

    private static Course cancelled(ModelFile file, VersionId id) {
        ModelVersion version = file.version(id);
        if (version == null) {
            return Course.ended(file, Answers.NOT_FOUND);
        }
        if (version.state() == VersionState.CANCELLED) {
            return Course.ended(file, Answers.DONE);
        }
        return Committing.all(file, List.of(id)).then(looked -> {
            ModelVersion upload = looked.versions().get(id);
            if (upload.isPending()) {
                return Course.ended(looked.with(id, upload.cancelled()), Answers.DONE);
            }
            return Course.ended(looked, upload.state() == VersionState.REJECTED ? Answers.DONE : Answers.COMPLETED);
        });
    }
}
