package dev.fileapi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies between the rooms point one way. */
@AnalyzeClasses(packages = "dev.fileapi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainKnowsOnlyTheJdkAndInjection = classes()
            .that(resideInAPackage("dev.fileapi.files.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "dev.fileapi.files..",
                    "dev.fileapi.concurrent",
                    "dev.fileapi.settings",
                    "java..",
                    "javax.annotation.processing",
                    "jakarta.annotation",
                    "jakarta.inject",
                    "io.micronaut.context..",
                    "io.micronaut.core..",
                    "io.micronaut.inject..",
                    "org.jspecify.annotations",
                    "org.slf4j"));

    @ArchTest
    static final ArchRule settingsKnowNoOtherRoom = noClasses()
            .that(resideInAPackage("dev.fileapi.settings"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.fileapi.files..", "dev.fileapi.access", "dev.fileapi.http..", "dev.fileapi.functions.."));

    @ArchTest
    static final ArchRule adaptersKnowOnlyTheDomain = noClasses()
            .that(resideInAnyPackage("dev.fileapi.metadata..", "dev.fileapi.blobs..", "dev.fileapi.access"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.fileapi.http..", "dev.fileapi.functions.."));

    @ArchTest
    static final ArchRule nothingNeedsTheOperatorsCommands = noClasses()
            .that(resideOutsideOfPackage("dev.fileapi.commands"))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.fileapi.commands"));

    @ArchTest
    static final ArchRule onlyTheDoorsKnowTheFunctionsHost = noClasses()
            .that(resideInAnyPackage(
                    "dev.fileapi.files..",
                    "dev.fileapi.http..",
                    "dev.fileapi.access",
                    "dev.fileapi.metadata..",
                    "dev.fileapi.blobs..",
                    "dev.fileapi.commands"))
            .should()
            .dependOnClassesThat(resideInAPackage("com.microsoft.azure.functions.."));

    @ArchTest
    static final ArchRule onlyAdaptersKnowTheirVendor = noClasses()
            .that(resideInAnyPackage(
                    "dev.fileapi.files..", "dev.fileapi.http..", "dev.fileapi.access", "dev.fileapi.commands"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.azure..", "java.sql..", "io.micronaut.data.."));

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.fileapi.startup.ClockFactory")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .because("one clock is injected everywhere, so that tests can move it")
            .allowEmptyShould(true);
}
