package dev.fileapi.startup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries move their classes; a name that no longer says anything must not stay, nor must the list be passed over unnoticed. */
class UnusedPartsTest {

    /** Micronaut's compiler describes a class {@code a.B} in {@code a.$B$Introspection} and the like, and knows all constraints. */
    private static final String GENERATED = ".*\\.\\$.*";

    @Test
    void everyNameOfABeanIsInTheLibraries() throws IOException {
        Set<String> names = namesOf(BeanDefinitionReference.class);

        assertThat(UnusedParts.BEANS)
                .allSatisfy(unused ->
                        assertThat(names).anySatisfy(name -> assertThat(name).startsWith(unused)));
    }

    @Test
    void everyNameOfAnIntrospectionIsInTheLibraries() throws IOException {
        Set<String> names = namesOf(BeanIntrospectionReference.class);

        assertThat(UnusedParts.INTROSPECTIONS)
                .allSatisfy(unused ->
                        assertThat(names).anySatisfy(name -> assertThat(name).startsWith(unused)));
    }

    @Test
    void aContextIsStartedWithoutTheUnusedBeans() {
        try (ApplicationContext context = ServiceContext.with(Map.of()).start()) {
            assertThat(context.getBeanDefinitionReferences())
                    .isNotEmpty()
                    .noneSatisfy(bean -> assertThat(UnusedParts.BEANS)
                            .anySatisfy(unused ->
                                    assertThat(bean.getBeanDefinitionName()).startsWith(unused)));
        }
    }

    @ParameterizedTest
    @CsvSource({"jdbc, dev.fileapi.metadata.cosmos.", "cosmos, dev.fileapi.metadata.jdbc.", "cosmos, io.micronaut.data."
    })
    void aContextIsStartedWithoutTheBeansOfTheOtherStore(String store, String others) throws IOException {
        assertThat(namesOf(BeanDefinitionReference.class))
                .anySatisfy(name -> assertThat(name).startsWith(others));
        try (ApplicationContext context =
                ServiceContext.with(Map.of("fileapi.store", store)).start()) {
            assertThat(context.getBeanDefinitionReferences())
                    .isNotEmpty()
                    .noneSatisfy(
                            bean -> assertThat(bean.getBeanDefinitionName()).startsWith(others));
        }
    }

    @Test
    void unusedIntrospectionsAreNotLoaded() {
        assertThat(BeanIntrospector.SHARED.findIntrospections(reference -> true))
                .isNotEmpty()
                .noneSatisfy(introspection -> assertThat(UnusedParts.INTROSPECTIONS)
                        .anySatisfy(unused ->
                                assertThat(introspection.getClass().getName()).startsWith(unused)));
    }

    /** Their annotations would be passed over in silence. */
    @Test
    void nothingIsAnnotatedForBeansThatAreNotLoaded() {
        noClasses()
                .that()
                .haveNameNotMatching(GENERATED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.micronaut.retry..",
                        "io.micronaut.scheduling.annotation..",
                        "io.micronaut.transaction.annotation..",
                        "io.micronaut.validation..",
                        "jakarta.transaction..",
                        "jakarta.validation..")
                .check(new ClassFileImporter().importPath(classesOf(ServiceContext.class)));
    }

    private static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> namesOf(Class<?> service) throws IOException {
        return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(
                LibraryParts.class.getClassLoader(), service.getName());
    }
}
