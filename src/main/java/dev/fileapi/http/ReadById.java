package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes which version of a file a call by id reads, and how much of it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Operation(
        parameters = {
            @Parameter(
                    name = "version_id",
                    in = ParameterIn.QUERY,
                    description = ApiDescription.VERSION,
                    example = "1701303755570785597",
                    schema = @Schema(type = "string", format = "int64")),
            @Parameter(
                    name = "version",
                    in = ParameterIn.QUERY,
                    description = ApiDescription.VERSION_ALIAS,
                    schema = @Schema(type = "string", format = "int64")),
            @Parameter(
                    name = "include_versions",
                    in = ParameterIn.QUERY,
                    description = ApiDescription.INCLUDE_VERSIONS,
                    schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(
                    name = "deleted",
                    in = ParameterIn.QUERY,
                    description = "Whether the file may be a deleted one.",
                    schema = @Schema(type = "boolean", defaultValue = "false"))
        })
@interface ReadById {}
