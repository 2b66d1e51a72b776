package dev.fileapi.blobs.azure.sas;

/**
 * The service versions that links are signed for. They are pinned: the version decides the form of what is signed, which rules of
 * authorisation hold, and how a request is treated that names no version itself.
 */
enum SasVersion {
    V2022_11_02("2022-11-02"),
    /** Signs, for a user delegation key, four more fields than before; we use none of them. */
    V2026_04_06("2026-04-06");

    private final String value;

    SasVersion(String value) {
        this.value = value;
    }

    /** As the parameter {@code sv} has it. */
    String value() {
        return value;
    }

    /** Whether a delegated user's tenant and id, and a request's headers and query, are signed by a user delegation key. */
    boolean bindsUsersAndRequests() {
        return this == V2026_04_06;
    }
}
