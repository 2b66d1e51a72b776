package dev.fileapi.http.wire;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.http.settings.HttpSettings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The API's own addresses, absolute. They begin with the configured public URL, else with the address that the caller used; headers like
 * {@code X-Forwarded-Host} are not used, since anyone can send them.
 */
@Singleton
public final class ApiLinks {

    private static final Set<String> PAGING = Set.of("offset", "limit", "cursor");

    private final HttpSettings settings;

    ApiLinks(HttpSettings settings) {
        this.settings = settings;
    }

    /** Returns the address of a version, valid while the file stays live or deleted. */
    URI version(HttpRequest<?> request, FileRecord file, VersionId versionId) {
        return URI.create(version(files(request, file.workspace()), file, versionId));
    }

    /**
     * Returns the address of a version.
     *
     * @param files what {@link #files} returned for the file's workspace
     */
    static String version(String files, FileRecord file, VersionId versionId) {
        return files + file.id().value() + "?version_id=" + versionId.value()
                + (file.state() == FileState.LIVE ? "" : "&deleted=true");
    }

    /** Returns the address that a workspace's files have below, with a slash at its end. */
    String files(HttpRequest<?> request, Workspace workspace) {
        return base(request) + "/file/v2/orgs/" + workspace.organisationId() + "/workspaces/" + workspace.workspaceId()
                + "/files/";
    }

    /** Returns the request's own address. */
    public URI self(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return URI.create(base(request) + request.getPath() + (query == null ? "" : "?" + query));
    }

    /** Returns the request's address with another page; all filters stay as they were written. */
    public URI page(HttpRequest<?> request, String... paging) {
        String query = request.getUri().getRawQuery();
        List<String> parameters = new ArrayList<>();
        Arrays.stream(query == null ? new String[0] : query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !PAGING.contains(pair.split("=", 2)[0]))
                .forEach(parameters::add);
        parameters.addAll(List.of(paging));
        return URI.create(base(request) + request.getPath() + "?" + String.join("&", parameters));
    }

    private String base(HttpRequest<?> request) {
        URI uri = request.getUri();
        return settings.publicUrl() != null ? settings.publicUrl() : uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
