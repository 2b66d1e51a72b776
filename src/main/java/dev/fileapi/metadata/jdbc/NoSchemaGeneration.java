package dev.fileapi.metadata.jdbc;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.jdbc.config.SchemaGenerator;
import jakarta.inject.Singleton;

/**
 * Stands in for Micronaut Data's generator of tables, which would start with every application, whatever its store. Tables are
 * {@link Schema}'s.
 */
@Singleton
@Replaces(SchemaGenerator.class)
final class NoSchemaGeneration {}
