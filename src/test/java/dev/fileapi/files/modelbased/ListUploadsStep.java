package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lists the uploads of a file that are in progress. */
record ListUploadsStep(int pick) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        return real.files().listUploads().page(real.workspace(), before.pickFile(pick), null, 1_000).uploads().stream()
                .map(upload -> upload.version().id())
                .toList();
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = before.pickFile(pick);
        return Map.of(
                id,
                Answers.live(
                        before.file(id),
                        file -> Committing.noticeHistory(file)
                                .then(looked -> Course.ended(looked, inProgress(looked)))));
    }

    private static List<VersionId> inProgress(ModelFile file) {
        return file.versions().keySet().stream()
                .filter(id -> file.versions().get(id).isPending())
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
