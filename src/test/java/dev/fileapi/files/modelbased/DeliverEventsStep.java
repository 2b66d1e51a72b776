package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.testing.Racing;
import java.util.List;
import java.util.Map;

/**
 * The event that an upload's blob was committed comes: in whatever order, however late, perhaps again, perhaps for nothing.
 *
 * @param ofAll two events for each of the file's uploads, all at the same time; else one for one upload
 */
record DeliverEventsStep(int pick, boolean ofAll) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        FileId file = before.pickUpload(pick).file();
        List<VersionId> versions = versions(before);
        Racing.all(ofAll ? 2 * versions.size() : 1, event -> {
            real.files().commit().commit(new BlobName(real.workspace(), file, versions.get(event % versions.size())));
            return event;
        });
        return Answers.DONE;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = before.pickUpload(pick).file();
        ModelFile file = before.file(id);
        Course course = file.isLive() || file.isDeleted() ? Committing.all(file, versions(before)) : Course.at(file);
        return Map.of(id, course.then(done -> Course.ended(done, Answers.DONE)));
    }

    private List<VersionId> versions(ModelOfFiles before) {
        ModelOfFiles.Upload upload = before.pickUpload(pick);
        List<VersionId> all = List.copyOf(before.file(upload.file()).versions().keySet());
        return ofAll && !all.isEmpty() ? all : List.of(upload.version());
    }
}
