package dev.fileapi.startup;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the names start of the libraries' beans and introspections that this service never uses. */
final class UnusedParts {

    static final Set<String> BEANS = Set.of(
            // a server of its own, and finding others: the Functions host is the server
            "io.micronaut.discovery.",
            "io.micronaut.health.",
            "io.micronaut.http.server.websocket.",
            "io.micronaut.http.ssl.",
            "io.micronaut.http.util.$OutgoingHttpRequestProcessorImpl",
            "io.micronaut.runtime.graceful.",
            "io.micronaut.runtime.server.watch.",
            "io.micronaut.scheduling.io.watch.",
            "io.micronaut.serde.support.serdes.$HealthStatusSerde",
            "io.micronaut.servlet.http.server.",
            // levels of logging by settings: dev.fileapi.logging has them
            "io.micronaut.logging.",
            // conditions that are expressions
            "io.micronaut.http.expression.",
            "io.micronaut.security.expressions.",
            // what converts single types for those who ask for it as a bean
            "io.micronaut.serde.support.$LegacyBeansFactory",
            // files as answers, and static ones
            "io.micronaut.http.resource.",
            "io.micronaut.http.server.$HttpServerConfiguration$FileTypeHandlerConfiguration",
            "io.micronaut.http.server.body.",
            "io.micronaut.servlet.http.encoders.",
            // streams of events as answers
            "io.micronaut.http.body.$TextStream",
            "io.micronaut.http.server.codec.",
            // errors in other forms than dev.fileapi.http.problem has, as pages among them, and in other languages
            "io.micronaut.http.server.exceptions.response.",
            "io.micronaut.http.server.util.locale.$HttpLocalizedMessageSource",
            "io.micronaut.http.util.$HtmlEntityEncodingHtmlSanitizer",
            // versions of routes by header or parameter
            "io.micronaut.web.router.version.",
            // functions of Micronaut's own kind
            "io.micronaut.function.$DefaultLocalFunctionRegistry",
            // methods that run on a schedule or later, are tried again, map beans, or are refreshed: timers are the
            // host's
            "io.micronaut.retry.",
            "io.micronaut.runtime.beans.",
            "io.micronaut.runtime.context.env.",
            "io.micronaut.runtime.context.scope.",
            "io.micronaut.scheduling.$ScheduledExecutorTaskScheduler",
            "io.micronaut.scheduling.async.",
            "io.micronaut.scheduling.executor.$IOExecutorServiceConfig$Blocking2",
            "io.micronaut.scheduling.executor.$IOExecutorServiceConfig$Virtual1",
            "io.micronaut.scheduling.executor.$ScheduledExecutorServiceConfig",
            "io.micronaut.scheduling.executor.$UserExecutorConfiguration",
            "io.micronaut.scheduling.processor.",
            // constraints as annotations: settings and requests check themselves
            "io.micronaut.validation.",
            // filters in whose place dev.fileapi.http and dev.fileapi.access have their own, and rules for addresses
            // and paths
            "io.micronaut.http.server.cors.",
            "io.micronaut.security.filters.$SecurityFilter$",
            "io.micronaut.security.rules.$ConfigurationInterceptUrlMapRule$",
            "io.micronaut.security.rules.$IpPatternsRule$",
            "io.micronaut.security.rules.$SensitiveEndpointRule$",
            // signing in, and making tokens: callers bring the issuer's
            "io.micronaut.security.authentication.$Authenticator",
            "io.micronaut.security.authentication.$BasicAuth",
            "io.micronaut.security.endpoints.",
            "io.micronaut.security.errors.",
            "io.micronaut.security.session.",
            "io.micronaut.security.token.cookie.",
            "io.micronaut.security.token.generator.",
            "io.micronaut.security.token.jwt.converters.",
            "io.micronaut.security.token.jwt.encryption.",
            "io.micronaut.security.token.jwt.endpoints.",
            "io.micronaut.security.token.jwt.generator.",
            "io.micronaut.security.token.jwt.validator.$JsonWebTokenIdSessionIdResolver",
            "io.micronaut.security.token.propagation.",
            "io.micronaut.security.token.render.",
            "io.micronaut.security.x509.",
            // what dev.fileapi.access.token has in its place
            "io.micronaut.security.token.$TokenAuthenticationFetcher",
            "io.micronaut.security.token.bearer.$BearerTokenReader",
            "io.micronaut.security.token.jwt.nimbus.$NimbusJsonWebTokenSignatureValidator",
            "io.micronaut.security.token.jwt.validator.$DefaultJwtAuthenticationFactory",
            // keys for signatures: dev.fileapi.access.token has the issuer's
            "io.micronaut.security.token.jwt.nimbus.$NimbusReactive",
            "io.micronaut.security.token.jwt.nimbus.$ReactiveJwksSignature",
            "io.micronaut.security.token.jwt.signature.",
            // other databases and languages, tables made from classes, tenants, authors
            "io.micronaut.data.connection.jdbc.oracle.",
            "io.micronaut.data.connection.kotlin.",
            "io.micronaut.data.jdbc.config.$SchemaGenerator",
            "io.micronaut.data.jdbc.convert.vendor.",
            "io.micronaut.data.jdbc.operations.$Oracle",
            "io.micronaut.data.model.query.builder.sql.validation.",
            "io.micronaut.data.runtime.event.listeners.$TenantId",
            "io.micronaut.data.runtime.multitenancy.",
            "io.micronaut.security.audit.",
            "io.micronaut.transaction.kotlin.",
            "io.micronaut.transaction.test.",
            // transactions of several statements, and connections as arguments: every write is one statement
            "io.micronaut.data.connection.interceptor.",
            "io.micronaut.data.connection.jdbc.advice.$ContextualConnection",
            "io.micronaut.data.jdbc.transaction.",
            "io.micronaut.transaction.interceptor.",
            "io.micronaut.transaction.support.",
            // queries made at run time, pages as arguments and results of controllers, exceptions of Jakarta Data
            "io.micronaut.data.model.$",
            "io.micronaut.data.runtime.config.",
            "io.micronaut.data.runtime.criteria.",
            "io.micronaut.data.runtime.exceptions.",
            "io.micronaut.data.runtime.http.");

    private static final Set<String> SQL = Set.of(
            "dev.fileapi.metadata.jdbc.", "io.micronaut.data.", "io.micronaut.jdbc.", "io.micronaut.transaction.");

    private static final Set<String> COSMOS = Set.of("dev.fileapi.metadata.cosmos.", "io.micronaut.azure.cosmos.");

    /** Micronaut Data looks through the classes of all others for those that run repositories' methods. */
    static final Set<String> INTROSPECTIONS = Set.of(
            // interfaces: repositories' methods are run by the classes of data.runtime.intercept
            "io.micronaut.data.intercept.",
            // repositories that answer later, in pages or streams, call procedures, or are given a specification
            "io.micronaut.data.runtime.intercept.$DefaultAbstractFindPage",
            "io.micronaut.data.runtime.intercept.$DefaultFindCursoredPage",
            "io.micronaut.data.runtime.intercept.$DefaultFindPage",
            "io.micronaut.data.runtime.intercept.$DefaultFindSlice",
            "io.micronaut.data.runtime.intercept.$DefaultFindStream",
            "io.micronaut.data.runtime.intercept.$DefaultProcedure",
            "io.micronaut.data.runtime.intercept.async.",
            "io.micronaut.data.runtime.intercept.criteria.",
            "io.micronaut.data.runtime.intercept.reactive.",
            // results of queries that are read row by row, other databases, tenants
            "io.micronaut.data.connection.jdbc.oracle.",
            "io.micronaut.data.jdbc.mapper.",
            "io.micronaut.data.runtime.mapper.",
            "io.micronaut.data.runtime.multitenancy.",
            // pages, and queries of JPA
            "io.micronaut.data.model.$",
            "io.micronaut.data.model.jpa.",
            "io.micronaut.data.model.query.builder.jpa.",
            // errors in other forms than dev.fileapi.http.problem has
            "io.micronaut.http.hateoas.",
            // what goes with beans that are not used
            "io.micronaut.discovery.",
            "io.micronaut.health.",
            "io.micronaut.retry.",
            "io.micronaut.security.endpoints.",
            "io.micronaut.security.token.",
            "io.micronaut.security.x509.",
            "io.micronaut.validation.",
            // threads and stack traces as JSON
            "io.micronaut.serde.support.$java_lang_");

    private UnusedParts() {}

    /**
     * The {@link #BEANS} and those for the other metadata store.
     *
     * @param store as in {@code FILEAPI_STORE}
     */
    static Set<String> beansFor(String store) {
        Set<String> other = switch (store) {
            case "jdbc" -> COSMOS;
            case "cosmos" -> SQL;
            default -> Set.of();
        };
        return Stream.concat(BEANS.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
