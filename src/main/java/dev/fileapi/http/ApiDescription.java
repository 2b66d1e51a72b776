package dev.fileapi.http;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What the description of the API begins with; the build writes the rest from the controllers beside it. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "File API",
                        version = "2",
                        description =
                                "Versioned file storage. Bytes never pass through this API: it answers with links to blob "
                                        + "storage, which need no token and live for 30 minutes.\n\n"
                                        + "To upload, `PUT` to a file's path or id, then send the bytes to the link in `upload`: one `PUT` "
                                        + "with the header `x-ms-blob-type: BlockBlob`, or blocks and then a block list. The version is "
                                        + "there once its blob is committed.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/"),
        tags = {
            @Tag(name = ApiDescription.FILES, description = "Upload, read, list, delete and restore files."),
            @Tag(name = ApiDescription.UPLOADS, description = "Follow, resume and cancel uploads; start many at once."),
            @Tag(name = ApiDescription.HEALTH, description = "How the service is.")
        })
@SecurityScheme(
        name = ApiDescription.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A viewer reads and lists; an editor also uploads, deletes and restores; an owner may do all.")
final class ApiDescription {

    static final String BEARER = "bearer";
    static final String FILES = "Files";
    static final String UPLOADS = "Uploads";
    static final String HEALTH = "Health";

    static final String PROBLEM_JSON = "application/problem+json";

    static final String IN_PROGRESS =
            "An upload in progress, which is to get a fresh link: its staged blocks are kept. Left out: a new upload.";
    static final String IF_NONE_MATCH = "`*`: only if there is no such file. Not with `version_id`.";
    static final String IF_MATCH =
            "The ETag of the latest version, in double quotes: only over that version. Not with `version_id`.";
    static final String IDEMPOTENCY_KEY =
            "Within 24 hours the same caller, file and key get the same version and a fresh link.";
    static final String VERSION = "A version; left out: the latest.";
    static final String VERSION_ALIAS = "Another name of `version_id`, which older clients send.";
    static final String INCLUDE_VERSIONS = "Whether `versions` lists all versions, newest first.";
    static final String BOUNDS =
            "Up to two bounds, each an ISO 8601 time after `lt:`, `lte:`, `gt:` or `gte:`; after nothing it must "
                    + "be equal, and be the only one. A time without offset is in UTC.";

    private ApiDescription() {}
}
