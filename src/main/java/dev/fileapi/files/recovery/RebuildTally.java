package dev.fileapi.files.recovery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what rebuilding or checking the records comes to, and tells of it; used by one thread. */
final class RebuildTally {

    private final RebuildProgress progress;
    private final Map<Finding.Kind, Long> findings = new EnumMap<>(Finding.Kind.class);
    private long files;
    private long versions;

    RebuildTally(RebuildProgress progress) {
        this.progress = progress;
    }

    void add(Result result) {
        files += result.files();
        versions += result.versions();
        add(result.findings());
    }

    void add(List<Finding> more) {
        for (Finding finding : more) {
            findings.merge(finding.kind(), 1L, Long::sum);
            progress.found(finding);
        }
    }

    RebuildReport report() {
        return new RebuildReport(files, versions, findings);
    }

    /** What one file came to. */
    record Result(long files, long versions, List<Finding> findings) {

        Result {
            findings = List.copyOf(findings);
        }
    }
}
