package dev.fileapi.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Packages depend on each other in one direction. */
@AnalyzeClasses(packagesOf = FileApiCli.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule commandsStandOnSyncAccessSigninAndOutputInThisOrder = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy("dev.fileapi.cli")
            .layer("commands")
            .definedBy("..commands..")
            .layer("sync")
            .definedBy("..sync..")
            .layer("access")
            .definedBy("..access..")
            .layer("signin")
            .definedBy("..signin..")
            .layer("output")
            .definedBy("..output..")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("commands")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("sync")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("program", "commands", "sync")
            .whereLayer("signin")
            .mayOnlyBeAccessedByLayers("commands", "access");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOther =
            slices().matching("dev.fileapi.cli.(*)..").should().beFreeOfCycles();
}
