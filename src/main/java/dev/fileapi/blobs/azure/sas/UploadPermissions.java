package dev.fileapi.blobs.azure.sas;

import dev.fileapi.settings.InvalidSettingException;
import java.util.Arrays;

/** What the holder of an upload link may do with its blob. */
public enum UploadPermissions {
    /** Create and overwrite: what staging blocks takes on every service version. */
    CREATE_WRITE("create-write", "cw", SasVersion.V2022_11_02),
    /**
     * Create only: staging and committing blocks with it takes service version 2026-04-06 ("Version 2026-04-06", Azure Storage
     * REST API), and Azurite does not have that part of it.
     */
    CREATE("create", "c", SasVersion.V2026_04_06);

    private final String setting;
    private final String letters;
    private final SasVersion version;

    UploadPermissions(String setting, String letters, SasVersion version) {
        this.setting = setting;
        this.letters = letters;
        this.version = version;
    }

    /**
     * The one that a setting names.
     *
     * @throws InvalidSettingException when it names none
     */
    public static UploadPermissions parse(String setting) {
        return Arrays.stream(values())
                .filter(permissions -> permissions.setting.equals(setting))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "FILEAPI_BLOBS_UPLOAD_PERMISSIONS", "write 'create-write' or 'create'."));
    }

    /** As the parameter {@code sp} has them, in the order the service demands. */
    String letters() {
        return letters;
    }

    SasVersion version() {
        return version;
    }
}
