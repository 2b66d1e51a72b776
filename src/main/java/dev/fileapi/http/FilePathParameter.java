package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the path of a file in a URL. OpenAPI knows no parameter of several segments: it is described as one. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
@Parameter(
        description =
                "The path of the file: the rest of the URL, percent-encoded UTF-8, in which `/` separates folders and `+` is a plus sign. At most 1,024 characters, without empty, `.` or `..` segments, control characters and backslashes.",
        example = "reports/2024/summary.csv",
        schema = @Schema(type = "string", minLength = 1))
@interface FilePathParameter {}
