package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param key null: none
 * @param told the bytes of which a checksum is told; null: none
 * @param tags null: those of the latest version
 */
record IssueUploadStep(
        int caller,
        Place place,
        Condition condition,
        @Nullable String key,
        @Nullable String told,
        @Nullable Map<String, String> tags)
        implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        var issue = real.files().issue();
        return real.held(
                place.byPath()
                        ? issue.issue(real.workspace(), place.path(), user(), condition(before), key, declaration())
                        : issue.issue(
                                real.workspace(), place.id(before), user(), condition(before), key, declaration()));
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId known = place.id(before);
        FileId id = place.byPath() && known.equals(ModelOfFiles.NOWHERE)
                ? real.at(place.path()).orElse(ModelOfFiles.NOWHERE)
                : known;
        UploadCondition required = condition(before);
        return Map.of(
                id,
                found(before.file(id), before.now())
                        .then(file -> required == null ? Course.at(file) : Condition.judged(file, required))
                        .then(file -> issued(id, file, before, required)));
    }

    @Override
    public void learn(ModelOfFiles after, Object answer) {
        if (key != null && answer instanceof Answers.Issued issued) {
            after.keys().learn(key(issued.file()), issued.version(), after.now());
        } else if (key != null && answer == Answers.CRASHED) {
            FileId id = place.id(after);
            after.keys().doubt(key(id), proposed(after.file(id), after.now()), after.now());
        }
    }

    private Course found(ModelFile file, Instant now) {
        if (place.byPath() && !file.isLive()) {
            return Course.at(file).then(none -> Course.at(ModelFile.nascent(place.path(), now)));
        }
        return Course.at(file).then(found -> Answers.live(found, live -> Course.at(live.touched(now))));
    }

    private Course issued(FileId id, ModelFile file, ModelOfFiles before, @Nullable UploadCondition required) {
        VersionId proposed = proposed(file, before.now());
        Set<VersionId> possible =
                key == null ? Set.of(proposed) : before.keys().versions(key(id), proposed, before.now());
        return possible.stream()
                .map(version -> issued(id, version, file, before.now(), required))
                .reduce(Course::or)
                .orElseThrow();
    }

    private Course issued(
            FileId id, VersionId version, ModelFile file, Instant now, @Nullable UploadCondition required) {
        return file.version(version) == null
                ? Course.ended(
                        file.with(version, ModelVersion.issued(user(), now, required, told, tags(file))),
                        new Answers.Issued(id, version))
                : RelinkUploadStep.renewed(id, version, file, now);
    }

    private @Nullable UploadCondition condition(ModelOfFiles before) {
        return condition.of(before.file(place.id(before)));
    }

    private static VersionId proposed(ModelFile file, Instant now) {
        Pointer latest = file.latest();
        return VersionId.issuedAt(now, latest == null ? null : latest.id());
    }

    private Map<String, String> tags(ModelFile file) {
        Pointer latest = file.latest();
        Map<String, String> before = latest == null ? Map.of() : latest.known().tags();
        return tags == null ? before : tags;
    }

    private Declaration declaration() {
        Checksums checksums = told == null
                ? Checksums.NONE
                : Checksums.NONE.with(
                        ChecksumAlgorithm.SHA_256, Base64.getEncoder().encodeToString(Sha256.of(told)));
        return new Declaration(null, checksums, null, null, tags, null);
    }

    private ModelKeys.Key key(FileId id) {
        return new ModelKeys.Key(id, user(), String.valueOf(key));
    }

    private User user() {
        return RealFiles.CALLERS.get(caller);
    }
}
