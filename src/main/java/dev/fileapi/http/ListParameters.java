package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what a list of files may be asked for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Operation(
        parameters = {
            @Parameter(
                    name = "limit",
                    in = ParameterIn.QUERY,
                    description = "How many files a page has at most.",
                    schema =
                            @Schema(
                                    type = "integer",
                                    format = "int32",
                                    minimum = "1",
                                    maximum = "5000",
                                    defaultValue = "5000")),
            @Parameter(
                    name = "offset",
                    in = ParameterIn.QUERY,
                    description = "How many files come before the page. Not with `cursor`.",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0")),
            @Parameter(
                    name = "cursor",
                    in = ParameterIn.QUERY,
                    description =
                            "Pages that stay right while files come and go: empty for the first one, then as `links.next` has it.",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "deleted",
                    in = ParameterIn.QUERY,
                    description = "`true`: only deleted files.",
                    schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(
                    name = "author",
                    in = ParameterIn.QUERY,
                    description = "Only files created by this user.",
                    schema = @Schema(type = "string", format = "uuid")),
            @Parameter(
                    name = "file_name",
                    in = ParameterIn.QUERY,
                    description = "Only files with this in their names, in whatever case.",
                    example = "summary",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "created_at",
                    in = ParameterIn.QUERY,
                    description = ApiDescription.BOUNDS,
                    explode = Explode.TRUE,
                    array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 2)),
            @Parameter(
                    name = "modified_at",
                    in = ParameterIn.QUERY,
                    description = ApiDescription.BOUNDS,
                    explode = Explode.TRUE,
                    array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 2)),
            @Parameter(
                    name = "deleted_at",
                    in = ParameterIn.QUERY,
                    description = ApiDescription.BOUNDS,
                    explode = Explode.TRUE,
                    array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 2)),
            @Parameter(
                    name = "modified_by",
                    in = ParameterIn.QUERY,
                    description = "Only files whose latest version this user uploaded.",
                    schema = @Schema(type = "string", format = "uuid")),
            @Parameter(
                    name = "deleted_by",
                    in = ParameterIn.QUERY,
                    description = "Only files deleted by this user.",
                    schema = @Schema(type = "string", format = "uuid")),
            @Parameter(
                    name = "order_by",
                    in = ParameterIn.QUERY,
                    description =
                            "Criteria, each `created_at`, `modified_at` or `deleted_at` after `asc:`, `desc:` or nothing; joined by commas or repeated. The default order is by path, then file id.",
                    explode = Explode.TRUE,
                    array = @ArraySchema(schema = @Schema(type = "string"))),
            @Parameter(
                    name = "prefix",
                    in = ParameterIn.QUERY,
                    description = "Only files under this folder.",
                    example = "reports/2024/",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "delimiter",
                    in = ParameterIn.QUERY,
                    description = "`/`: only files right in the folder; `folders` then has its folders.",
                    schema = @Schema(type = "string", allowableValues = "/"))
        })
@interface ListParameters {}
