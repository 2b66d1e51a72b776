package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the organisation in a URL. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
@Parameter(
        description = "The organisation.",
        example = "6a1f0b1c-2f0e-4a3b-9c39-0d5a1a3f4c11",
        schema = @Schema(type = "string", format = "uuid"))
@interface OrganisationParameter {}
