package dev.fileapi.startup;

import java.util.Set;

/** How the names start of the libraries' beans and introspections that this service never uses. */
final class UnusedParts {

    static final Set<String> BEANS = Set.of(
            // a server of its own, and finding others: the Functions host is the server
            "io.micronaut.discovery.",
            "io.micronaut.health.",
            "io.micronaut.http.server.websocket.",
            "io.micronaut.http.ssl.",
            "io.micronaut.runtime.server.watch.",
            "io.micronaut.scheduling.io.watch.",
            // versions of routes by header or parameter
            "io.micronaut.web.router.version.",
            // signing in, and making tokens: callers bring the issuer's
            "io.micronaut.security.authentication.$BasicAuth",
            "io.micronaut.security.endpoints.",
            "io.micronaut.security.token.cookie.",
            "io.micronaut.security.token.generator.",
            "io.micronaut.security.token.jwt.converters.",
            "io.micronaut.security.token.jwt.encryption.",
            "io.micronaut.security.token.jwt.endpoints.",
            "io.micronaut.security.token.jwt.generator.",
            "io.micronaut.security.token.propagation.",
            "io.micronaut.security.x509.",
            // keys for signatures: dev.fileapi.access.token has the issuer's
            "io.micronaut.security.token.jwt.signature.",
            // other databases and languages, tables made from classes, tenants
            "io.micronaut.data.connection.jdbc.oracle.",
            "io.micronaut.data.connection.kotlin.",
            "io.micronaut.data.jdbc.convert.vendor.",
            "io.micronaut.data.model.query.builder.sql.validation.",
            "io.micronaut.data.runtime.multitenancy.",
            "io.micronaut.transaction.kotlin.",
            "io.micronaut.transaction.test.",
            // pages as arguments and results of controllers, exceptions of Jakarta Data
            "io.micronaut.data.model.$",
            "io.micronaut.data.runtime.exceptions.",
            "io.micronaut.data.runtime.http.");

    static final Set<String> INTROSPECTIONS = Set.of(
            // interfaces: repositories' methods are run by the classes of data.runtime.intercept
            "io.micronaut.data.intercept.",
            // repositories that answer later, or are given a specification
            "io.micronaut.data.runtime.intercept.async.",
            "io.micronaut.data.runtime.intercept.criteria.",
            "io.micronaut.data.runtime.intercept.reactive.",
            // pages, and queries of JPA
            "io.micronaut.data.model.$",
            "io.micronaut.data.model.jpa.",
            "io.micronaut.data.model.query.builder.jpa.");

    private UnusedParts() {}
}
