package dev.fileapi.files.model;

import dev.fileapi.files.Deletion;
import dev.fileapi.files.FileId;
import dev.fileapi.files.User;
import java.util.Map;

record DeleteFile(int caller, Place place) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        var delete = real.files().delete();
        if (place.byPath()) {
            delete.byPath(real.workspace(), place.path(), user());
        } else {
            delete.byId(real.workspace(), place.id(before), user());
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
