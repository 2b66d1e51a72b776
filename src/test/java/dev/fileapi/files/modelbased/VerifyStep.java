package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The timer fires that reads large versions, when no call that was cut short is taken to be reading any more. */
record VerifyStep() implements Operation {

    private static final Duration TURN = Duration.ofMinutes(6);

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        real.clock().move(TURN);
        real.files().verify().run(before.now().plusSeconds(300));
        return Answers.DONE;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        return before.fileIds().stream().collect(Collectors.toMap(id -> id, id -> read(before.file(id), before.now())));
    }

    private static Course read(ModelFile file, Instant now) {
        Course all = Course.inAnyOrder(file, reading -> steps(file, reading, now));
        if (file.state() == FileState.PURGING) {
            return all.passed().stream()
                    .map(passed -> Course.ended(passed, Answers.DONE))
                    .reduce(Course::or)
                    .orElseThrow();
        }
        return all.then(read -> Course.ended(read, Answers.DONE));
    }

    private static Set<ModelFile> steps(ModelFile before, ModelFile file, Instant now) {
        Set<ModelFile> next = new LinkedHashSet<>();
        before.versions().forEach((id, version) -> {
            if (version.isToBeRead()) {
                step(file, id, now, next);
            }
        });
        return next;
    }

    private static void step(ModelFile file, VersionId id, Instant now, Set<ModelFile> next) {
        ModelVersion version = file.versions().get(id);
        boolean latest = file.isLatest(id) && file.state() != FileState.PURGING;
        if (version.wasCommitted()) {
            if (latest) {
                next.add(file.pointingAtNewest(now));
            }
        } else if (version.isToBeRead() && !version.isAsTold()) {
            next.add(file.with(id, version.takenBack(now)));
        } else if (version.isToBeRead() && latest && !file.latest().known().read()) {
            next.add(file.pointingAt(file.latest().afterReading()));
        } else if (version.isToBeRead()) {
            next.add(file.with(id, version.afterReading()));
        }
    }
}
