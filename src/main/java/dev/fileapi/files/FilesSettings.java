package dev.fileapi.files;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long things live.
 *
 * @param uploadLinkLifetime how long a link to upload is valid
 * @param downloadLinkLifetime how long a link to download is valid when its caller does not say
 * @param maxDownloadLinkLifetime how long a caller may make it valid, at most
 * @param unfinishedUploadRetention how long an upload is kept after its last link has run out
 * @param deletedFileRetention how long a deleted file can be restored
 * @param earlyCheckAfter how long after a link was issued the sweep first looks whether its upload was committed
 * @param clockSkew how far the clocks of this service and of Azure may be apart
 * @param readDeadline how long a read waits for blobs that may have been committed just now
 * @param lateUploadWindow how long after the end of an upload's last link a list still checks whether it was committed: a transfer that
 *     began in time may end later
 * @param listCheckBudget how many uploads one list checks at most
 * @param readCallBudget how many remote calls, of the blob service and the store, one read makes at most for uploads in progress; one that is
 *     not committed costs one, one that is, some {@value CheckUploads#CALLS_TO_RECORD}
 * @param maxUploadsPerFile maximum number of uploads in progress of a file; 0 for any number
 * @param maxUploadsPerWorkspace likewise, of a workspace
 */
@ConfigurationProperties("fileapi.files")
public record FilesSettings(
        @Bindable(defaultValue = "PT30M") Duration uploadLinkLifetime,
        @Bindable(defaultValue = "PT30M") Duration downloadLinkLifetime,
        @Bindable(defaultValue = "PT24H") Duration maxDownloadLinkLifetime,
        @Bindable(defaultValue = "P7D") Duration unfinishedUploadRetention,
        @Bindable(defaultValue = "P30D") Duration deletedFileRetention,
        @Bindable(defaultValue = "PT5M") Duration earlyCheckAfter,
        @Bindable(defaultValue = "PT15M") Duration clockSkew,
        @Bindable(defaultValue = "PT5S") Duration readDeadline,
        @Bindable(defaultValue = "PT24H") Duration lateUploadWindow,
        @Bindable(defaultValue = "256") int listCheckBudget,
        @Bindable(defaultValue = "36") int readCallBudget,
        @Bindable(defaultValue = "100") int maxUploadsPerFile,
        @Bindable(defaultValue = "100000") int maxUploadsPerWorkspace) {

    public static final Duration MIN_DOWNLOAD_LINK_LIFETIME = Duration.ofMinutes(1);

    /** A day less than a user delegation key can have ("Get User Delegation Key"), so that one key serves for a day. */
    private static final Duration MAX_MAX_DOWNLOAD_LINK_LIFETIME = Duration.ofDays(6);

    private static final int MAX_LIST_CHECK_BUDGET = 10_000;

    /** Twice what recording one upload costs: a page of uploads with their blocks must have room for one. */
    private static final int MIN_READ_CALL_BUDGET = 2 * CheckUploads.CALLS_TO_RECORD;

    private static final int MAX_READ_CALL_BUDGET = 100_000;

    public FilesSettings {
        requirePositive("FILEAPI_FILES_UPLOAD_LINK_LIFETIME", uploadLinkLifetime);
        requirePositive("FILEAPI_FILES_DOWNLOAD_LINK_LIFETIME", downloadLinkLifetime);
        if (maxDownloadLinkLifetime.compareTo(MIN_DOWNLOAD_LINK_LIFETIME) < 0
                || maxDownloadLinkLifetime.compareTo(MAX_MAX_DOWNLOAD_LINK_LIFETIME) > 0) {
            throw new InvalidSettingException(
                    "FILEAPI_FILES_MAX_DOWNLOAD_LINK_LIFETIME",
                    "must be from PT1M to P6D, but is " + maxDownloadLinkLifetime);
        }
        requirePositive("FILEAPI_FILES_UNFINISHED_UPLOAD_RETENTION", unfinishedUploadRetention);
        requirePositive("FILEAPI_FILES_DELETED_FILE_RETENTION", deletedFileRetention);
        requirePositive("FILEAPI_FILES_EARLY_CHECK_AFTER", earlyCheckAfter);
        requirePositive("FILEAPI_FILES_CLOCK_SKEW", clockSkew);
        requirePositive("FILEAPI_FILES_READ_DEADLINE", readDeadline);
        requirePositive("FILEAPI_FILES_LATE_UPLOAD_WINDOW", lateUploadWindow);
        if (listCheckBudget < 1 || listCheckBudget > MAX_LIST_CHECK_BUDGET) {
            throw new InvalidSettingException(
                    "FILEAPI_FILES_LIST_CHECK_BUDGET", "must be from 1 to " + MAX_LIST_CHECK_BUDGET);
        }
        if (readCallBudget < MIN_READ_CALL_BUDGET || readCallBudget > MAX_READ_CALL_BUDGET) {
            throw new InvalidSettingException(
                    "FILEAPI_FILES_READ_CALL_BUDGET",
                    "must be from " + MIN_READ_CALL_BUDGET + " to " + MAX_READ_CALL_BUDGET);
        }
        requireNotNegative("FILEAPI_FILES_MAX_UPLOADS_PER_FILE", maxUploadsPerFile);
        requireNotNegative("FILEAPI_FILES_MAX_UPLOADS_PER_WORKSPACE", maxUploadsPerWorkspace);
        if (unfinishedUploadRetention.compareTo(clockSkew) < 0) {
            throw new InvalidSettingException(
                    "FILEAPI_FILES_UNFINISHED_UPLOAD_RETENTION",
                    "must not be shorter than FILEAPI_FILES_CLOCK_SKEW: a link might still live");
        }
    }

    private static void requireNotNegative(String variable, int value) {
        if (value < 0) {
            throw new InvalidSettingException(variable, "must be 0, for any number, or more");
        }
    }

    private static void requirePositive(String variable, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new InvalidSettingException(variable, "must be longer than nothing, as in PT30M, but is " + value);
        }
    }
}
