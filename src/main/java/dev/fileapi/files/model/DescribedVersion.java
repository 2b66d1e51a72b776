package dev.fileapi.files.model;

/**
 * A sealed version as it is described in blob storage.
 *
 * @param superseded whether it never became the latest
 */
public record DescribedVersion(VersionDescription description, BlobInfo facts, boolean superseded) {

    public DescribedVersion asSuperseded() {
        return new DescribedVersion(description, facts, true);
    }

    public DescribedVersion withDetails(VersionDetails details) {
        return new DescribedVersion(description.withDetails(details), facts, superseded);
    }
}
