package dev.fileapi.files.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.CheckEffort;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.store.FileFilter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what is committed, though nothing told of it. */
record ListFilesStep(boolean deleted) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        FileFilter filter = FileFilter.all(deleted);
        assertThat(real.files().list().refresh(real.workspace(), CheckEffort.FULL))
                .as("unchecked uploads")
                .isZero();
        var page = real.files().list().page(real.workspace(), filter, List.of(), 0, 1_000);
        return page.files().stream().map(ListFilesStep::listed).toList();
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        return before.fileIds().stream()
                .collect(Collectors.toMap(id -> id, id -> noticed(before.file(id), before.now(), answer)));
    }

    private static Course noticed(ModelFile file, Instant now, Object answer) {
        if (file.state() == null || file.state() == FileState.PURGING) {
            return Course.ended(file, answer);
        }
        List<VersionId> uploads = file.versions().keySet().stream()
                .filter(id -> file.versions().get(id).linkExpiresAt().isAfter(now.minus(Times.LATE)))
                .toList();
        return Committing.all(file, uploads).then(looked -> Course.ended(looked, answer));
    }

    @Override
    public void learn(ModelOfFiles after, Object answer) {
        if (answer != Answers.CRASHED) {
            assertThat(answer).isEqualTo(expected(after));
        }
    }

    private List<Answers.Listed> expected(ModelOfFiles model) {
        return model.fileIds().stream()
                .filter(id ->
                        deleted ? model.file(id).isDeleted() : model.file(id).isLive())
                .filter(id -> !model.file(id).isNascent())
                .map(id -> listed(id, model.file(id)))
                .sorted(Comparator.comparing(
                                (Answers.Listed file) -> file.path().value())
                        .thenComparing(file -> file.file().toString()))
                .toList();
    }

    private static Answers.Listed listed(FileId id, ModelFile file) {
        Pointer latest = file.latest();
        return new Answers.Listed(id, file.path(), latest.id(), latest.content().etag());
    }

    private static Answers.Listed listed(FileRecord file) {
        return new Answers.Listed(
                file.id(),
                file.path(),
                file.latestVersionId(),
                file.latest().blob().etag());
    }
}
