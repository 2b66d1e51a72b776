package dev.fileapi.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.http.wire.UploadFileResponse;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.exceptions.IntrospectionException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IntrospectionOnDemandTest {

    @Test
    void everyIntrospectionIsKnownByTheNameOfItsClassAndDescribesIt() {
        List<String> names = new NamedParts(BeanIntrospectionReference.class)
                .without(UnusedParts.INTROSPECTIONS)
                .toList();

        assertThat(names).isNotEmpty().allSatisfy(name -> {
            BeanIntrospectionReference<?> eager = NamedParts.make(name);
            BeanIntrospectionReference<?> onDemand = Objects.requireNonNull(IntrospectionOnDemand.of(name));
            if (eager != null && eager.isPresent()) {
                assertThat(onDemand.getName()).isEqualTo(eager.getName());
                assertThat(onDemand.getBeanType()).isEqualTo(eager.getBeanType());
                assertThat(onDemand.load()).isInstanceOf(BeanIntrospection.class);
            }
        });
    }

    @Test
    void oneIsFoundByItsClass() {
        assertThat(BeanIntrospection.getIntrospection(UploadFileResponse.class).getBeanType())
                .isEqualTo(UploadFileResponse.class);
    }

    @Test
    void aMissingClassIsToldWhenItIsAskedFor() {
        BeanIntrospectionReference<?> reference =
                Objects.requireNonNull(IntrospectionOnDemand.of("dev.fileapi.$Missing$Introspection"));

        assertThat(reference.getName()).isEqualTo("dev.fileapi.Missing");
        assertThatThrownBy(reference::load).isInstanceOf(IntrospectionException.class);
    }
}
