package dev.fileapi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.fileapi.files.Deadlines;
import dev.fileapi.files.OptimisticRetry;
import dev.fileapi.files.WriteMarker;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import java.util.Set;

/** Dependencies between the rooms point one way: from the outside to the domain. */
@AnalyzeClasses(packages = "dev.fileapi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DOMAIN = "dev.fileapi.files..";

    @ArchTest
    static final ArchRule roomsUseOnlyWhatLiesFurtherIn = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("settings")
            .definedBy("dev.fileapi.settings..")
            .layer("concurrent")
            .definedBy("dev.fileapi.concurrent..")
            .layer("logging")
            .definedBy("dev.fileapi.logging..")
            .layer("model")
            .definedBy("dev.fileapi.files.model..")
            .layer("store")
            .definedBy("dev.fileapi.files.store..")
            .layer("checksum")
            .definedBy("dev.fileapi.checksum..")
            .layer("mediatype")
            .definedBy("dev.fileapi.mediatype..")
            .layer("files")
            .definedBy("dev.fileapi.files")
            .layer("sweep")
            .definedBy("dev.fileapi.files.sweep..")
            .layer("verification")
            .definedBy("dev.fileapi.files.verification..")
            .layer("recovery")
            .definedBy("dev.fileapi.files.recovery..")
            .layer("events")
            .definedBy("dev.fileapi.events..")
            .layer("access")
            .definedBy("dev.fileapi.access..")
            .layer("metadata")
            .definedBy("dev.fileapi.metadata")
            .layer("jdbc")
            .definedBy("dev.fileapi.metadata.jdbc..")
            .layer("cosmos")
            .definedBy("dev.fileapi.metadata.cosmos..")
            .layer("sas")
            .definedBy("dev.fileapi.blobs.azure.sas..")
            .layer("blobs")
            .definedBy("dev.fileapi.blobs.azure")
            .layer("metrics")
            .definedBy("dev.fileapi.metrics..")
            .layer("http")
            .definedBy("dev.fileapi.http..")
            .layer("functions")
            .definedBy("dev.fileapi.functions..")
            .layer("startup")
            .definedBy("dev.fileapi.startup..")
            .layer("commands")
            .definedBy("dev.fileapi.commands..")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("settings")
            .mayNotAccessAnyLayer()
            .whereLayer("concurrent")
            .mayNotAccessAnyLayer()
            .whereLayer("logging")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("store")
            .mayOnlyAccessLayers("model")
            .whereLayer("mediatype")
            .mayNotAccessAnyLayer()
            .whereLayer("checksum")
            .mayOnlyAccessLayers("model", "settings")
            .whereLayer("files")
            .mayOnlyAccessLayers("model", "store", "settings", "concurrent", "checksum")
            .whereLayer("sweep")
            .mayOnlyAccessLayers("model", "store", "files", "concurrent")
            .whereLayer("verification")
            .mayOnlyAccessLayers("model", "store", "files", "concurrent", "checksum")
            .whereLayer("recovery")
            .mayOnlyAccessLayers("model", "store", "files", "concurrent", "settings")
            .whereLayer("events")
            .mayOnlyAccessLayers("model", "store")
            .whereLayer("access")
            .mayOnlyAccessLayers("model", "settings", "logging")
            .whereLayer("metadata")
            .mayOnlyAccessLayers("model", "store", "settings")
            .whereLayer("jdbc")
            .mayOnlyAccessLayers("metadata", "model", "store", "settings")
            .whereLayer("cosmos")
            .mayOnlyAccessLayers("metadata", "model", "store", "settings")
            .whereLayer("sas")
            .mayOnlyAccessLayers("model", "settings", "mediatype")
            .whereLayer("blobs")
            .mayOnlyAccessLayers("sas", "events", "model", "store", "settings", "checksum", "concurrent")
            .whereLayer("metrics")
            .mayOnlyAccessLayers("model", "store", "settings")
            .whereLayer("http")
            .mayOnlyAccessLayers("access", "files", "model", "store", "mediatype", "concurrent", "logging", "settings")
            .whereLayer("functions")
            .mayOnlyAccessLayers(
                    "http",
                    "access",
                    "events",
                    "sweep",
                    "verification",
                    "recovery",
                    "files",
                    "model",
                    "store",
                    "logging",
                    "settings")
            .whereLayer("startup")
            .mayOnlyAccessLayers("logging", "settings")
            .whereLayer("commands")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule noTwoPackagesNeedEachOther =
            slices().matching("dev.fileapi.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainKnowsOnlyTheJdkAndInjection = classes()
            .that(resideInAPackage(DOMAIN))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    DOMAIN,
                    "dev.fileapi.concurrent..",
                    "dev.fileapi.checksum..",
                    "dev.fileapi.settings..",
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
    static final ArchRule onlyTheDomainChangesTheStateOfItsRecords = methods()
            .that(describe("make another state of a file, a version or a marker", method -> makesAnotherState(method)))
            .should()
            .onlyBeCalled()
            .byClassesThat(resideInAPackage(DOMAIN));

    @ArchTest
    static final ArchRule theDomainsOwnRulesStayInTheDomain = noClasses()
            .that(resideOutsideOfPackages(DOMAIN))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(OptimisticRetry.class, Deadlines.class, WriteMarker.class);

    @ArchTest
    static final ArchRule onlyTriggersKnowTheFunctionsHost = noClasses()
            .that(resideOutsideOfPackages("dev.fileapi.functions..", "dev.fileapi.startup.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.microsoft.azure.functions.."));

    @ArchTest
    static final ArchRule onlyAdaptersKnowTheirVendor = noClasses()
            .that(resideOutsideOfPackages("dev.fileapi.blobs..", "dev.fileapi.metadata.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.azure..", "java.sql..", "io.micronaut.data.."));

    @ArchTest
    static final ArchRule onlyTheTokensRoomKnowsHowTheyAreSigned = noClasses()
            .that(resideOutsideOfPackages("dev.fileapi.access.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.nimbusds..", "io.micronaut.security.token.."));

    @ArchTest
    static final ArchRule onlyTheChecksumsRoomKnowsWhoComputesThem = noClasses()
            .that(resideOutsideOfPackages("dev.fileapi.checksum.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.bouncycastle.."));

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.fileapi.startup.ClockFactory")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .because("one clock is injected everywhere, so that tests can move it");

    private static boolean makesAnotherState(JavaMethod method) {
        return !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)
                && Set.of(FileRecord.class.getName(), VersionRecord.class.getName(), FileMarker.class.getName())
                        .contains(method.getOwner().getName())
                && method.getRawReturnType().equals(method.getOwner());
    }
}
