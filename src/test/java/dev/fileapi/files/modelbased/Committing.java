package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How uploads become versions. */
final class Committing {

    private static final int MAX_UPLOADS = 8;

    private Committing() {}

    /** Commits those of the uploads whose bytes are in, at the same time. */
    static Course all(ModelFile file, Collection<VersionId> uploads) {
        return Course.inAnyOrder(file, now -> {
            Set<ModelFile> next = new LinkedHashSet<>();
            uploads.stream().filter(id -> isUploaded(now, id)).forEach(id -> next.addAll(steps(now, id)));
            return next;
        });
    }

    /** What a reader notices: the newest open uploads that are not older than the latest version. */
    static Course notice(ModelFile file) {
        return all(file, noticed(file));
    }

    /** What a reader of all versions notices, then: open uploads on both sides of the latest version. */
    static Course noticeHistory(ModelFile file) {
        return notice(file).then(noticed -> all(noticed, noticed.versions().keySet()));
    }

    static List<VersionId> noticed(ModelFile file) {
        Pointer latest = file.latest();
        return file.versions().keySet().stream()
                .filter(id -> file.versions().get(id).isPending())
                .filter(id -> latest == null || !latest.id().isNewerThan(id))
                .sorted(Comparator.reverseOrder())
                .limit(MAX_UPLOADS)
                .toList();
    }

    static boolean isUploaded(ModelFile file, VersionId id) {
        ModelVersion version = file.version(id);
        return version != null && version.isUploaded();
    }

    /** The next write towards the commit of an upload whose bytes are in: one for each content that it may find. */
    static Set<ModelFile> steps(ModelFile file, VersionId id) {
        return file.versions().get(id).contents().stream()
                .map(content -> step(file, id, content))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ModelFile step(ModelFile file, VersionId id, Content found) {
        Pointer latest = file.latest();
        ModelVersion version = file.versions().get(id);
        if (latest != null && latest.id().equals(id)) {
            return file.with(
                    id,
                    version.ended(VersionState.COMMITTED, latest.content(), latest.known())
                            .sealed(Seal.SEALED));
        }
        if (!found.isFit()) {
            return file.with(id, version.rejected(found.fit()));
        }
        if (!isMet(version.condition(), latest)) {
            return ended(file, id, VersionState.SUPERSEDED, found);
        }
        if (latest == null) {
            return file.pointingAt(new Pointer(id, found, version.knownOf(found)));
        }
        if (latest.id().isNewerThan(id)) {
            boolean overAny = UploadCondition.fileExists().equals(version.condition());
            VersionState state =
                    version.condition() == null || overAny ? VersionState.COMMITTED : VersionState.SUPERSEDED;
            return ended(file, id, state, found);
        }
        ModelFile settled = settled(file);
        return settled.equals(file) ? file.pointingAt(new Pointer(id, found, version.knownOf(found))) : settled;
    }

    /** With the record of the latest version as the pointer says. */
    static ModelFile settled(ModelFile file) {
        Pointer latest = file.latest();
        ModelVersion version = latest == null ? null : file.version(latest.id());
        if (latest == null || version == null) {
            return file;
        }
        return file.with(
                latest.id(),
                version.isPending()
                        ? finishedForAnother(version, latest)
                        : version.withTags(latest.known().tags()));
    }

    static boolean isMet(@Nullable UploadCondition condition, @Nullable Pointer latest) {
        if (condition == null) {
            return true;
        }
        String expected = condition.expectedEtag();
        if (expected == null || latest == null) {
            return expected == null && latest == null;
        }
        return expected.equals("*") || expected.equals(latest.content().etag());
    }

    /** Its own commit may run beside, and seal it again where its lease was broken. */
    private static ModelVersion finishedForAnother(ModelVersion version, Pointer latest) {
        ModelVersion ended = version.ended(VersionState.COMMITTED, latest.content(), latest.known());
        return ended.seal() == Seal.OPEN ? ended.sealed(Seal.PERHAPS) : ended;
    }

    private static ModelFile ended(ModelFile file, VersionId id, VersionState state, Content content) {
        return file.with(id, file.versions().get(id).ended(state, content).sealed(Seal.SEALED));
    }
}
