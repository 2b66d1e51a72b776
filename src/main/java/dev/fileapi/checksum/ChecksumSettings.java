package dev.fileapi.checksum;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which versions are read to compute their checksums, and when.
 *
 * @param inlineBytes size up to which a version is read while it is recorded; larger ones are read afterwards
 * @param sectionBytes how much of a larger one is read before the state of its computation is saved
 * @param computed whether a version of which no checksum was told gets its sha-256
 * @param awaitedIn the workspaces, as {@code organisation_id/workspace_id} with commas between them, in which a larger version does not
 *     appear before its checksums are verified; or {@value #ALL}
 */
@ConfigurationProperties("fileapi.files.checksum")
public record ChecksumSettings(
        @Bindable(defaultValue = "8388608") long inlineBytes,
        @Bindable(defaultValue = "67108864") long sectionBytes,
        @Bindable(defaultValue = "true") boolean computed,
        @Bindable(defaultValue = "") String awaitedIn) {

    static final String ALL = "all";

    /** What is read while a version is recorded delays its reader. */
    private static final long MAX_INLINE_BYTES = 256L * 1024 * 1024;

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern WORKSPACE = Pattern.compile(UUID + "/" + UUID);

    public ChecksumSettings {
        if (inlineBytes < 0 || inlineBytes > MAX_INLINE_BYTES) {
            throw new InvalidSettingException(
                    "FILEAPI_FILES_CHECKSUM_INLINE_BYTES", "must be from 0 to " + MAX_INLINE_BYTES);
        }
        if (sectionBytes < 1) {
            throw new InvalidSettingException("FILEAPI_FILES_CHECKSUM_SECTION_BYTES", "must be at least 1");
        }
        if (!awaitedIn.isEmpty()
                && !awaitedIn.equals(ALL)
                && !workspaces(awaitedIn).stream()
                        .allMatch(each -> WORKSPACE.matcher(each).matches())) {
            throw new InvalidSettingException(
                    "FILEAPI_FILES_CHECKSUM_AWAITED_IN",
                    "must be \"" + ALL + "\", or workspaces as organisation_id/workspace_id with commas between them");
        }
    }

    /** Whether larger versions of a workspace do not appear before their checksums are verified. */
    public boolean isAwaitedIn(Workspace workspace) {
        return awaitedIn.equals(ALL)
                || workspaces(awaitedIn).contains(workspace.organisationId() + "/" + workspace.workspaceId());
    }

    private static List<String> workspaces(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }
}
