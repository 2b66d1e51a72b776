package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.User;
import java.util.Map;

record DeleteFileStep(int caller, Place place) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        var delete = real.files().delete();
        if (place.byPath()) {
            delete.delete(real.workspace(), place.path(), user());
        } else {
            delete.delete(real.workspace(), place.id(before), user());
        }
        return Answers.DONE;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = place.id(before);
        ModelFile file = before.file(id);
        ModelFile after = file.isLive() ? file.deleted(new Deletion(before.now(), user())) : file;
        return Map.of(id, Course.at(file).then(now -> Course.ended(after, Answers.DONE)));
    }

    private User user() {
        return RealFiles.CALLERS.get(caller);
    }
}
