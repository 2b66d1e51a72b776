package dev.fileapi.metadata.jdbc;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What H2 calls as functions of its own; {@code db/h2} gives them their names. Public, since H2 looks them up by name. */
public final class H2Functions {

    private H2Functions() {}

    /**
     * Whether a file has a tag.
     *
     * @param tags those of the file, as {@link JsonPairs}; null for none
     * @param tag as {@code workspace:key:value}
     */
    public static boolean hasTag(UUID workspaceId, @Nullable String tags, String tag) {
        return JsonPairs.read(tags).entrySet().stream()
                .anyMatch(each -> tag.equals(workspaceId + ":" + each.getKey() + ":" + each.getValue()));
    }
}
