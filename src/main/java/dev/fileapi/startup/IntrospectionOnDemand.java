package dev.fileapi.startup;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.exceptions.IntrospectionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the name of the class that an introspection describes, and loads the introspection when it is asked for more. */
final class IntrospectionOnDemand implements BeanIntrospectionReference<Object> {

    /** As Micronaut's compiler names it: the class {@code a.B$C} has the introspection {@code a.$B$C$Introspection}. */
    private static final Pattern NAME = Pattern.compile("(.+\\.)\\$([^$.][^.]*)\\$Introspection");

    private final String introspection;
    private final String name;
    private volatile @Nullable BeanIntrospectionReference<Object> loaded;

    private IntrospectionOnDemand(String introspection, String name) {
        this.introspection = introspection;
        this.name = name;
    }

    /** Returns null when a class is missing that the introspection needs. One whose name does not tell its class is loaded here. */
    static @Nullable BeanIntrospectionReference<?> of(String introspection) {
        Matcher parts = NAME.matcher(introspection);
        return parts.matches()
                ? new IntrospectionOnDemand(introspection, parts.group(1) + parts.group(2))
                : NamedParts.<BeanIntrospectionReference<?>>make(introspection);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Without a look at the class: who asks for its introspection has it. */
    @Override
    public boolean isPresent() {
        return true;
    }

    /** Not initialized: Micronaut Data looks through all types for those that run a repository's methods. */
    @Override
    @SuppressWarnings("unchecked")
    public Class<Object> getBeanType() {
        try {
            return (Class<Object>) Class.forName(name, false, IntrospectionOnDemand.class.getClassLoader());
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            throw missing(e);
        }
    }

    @Override
    public BeanIntrospection<Object> load() {
        return reference().load();
    }

    @Override
    public AnnotationMetadata getAnnotationMetadata() {
        return reference().getAnnotationMetadata();
    }

    private BeanIntrospectionReference<Object> reference() {
        BeanIntrospectionReference<Object> known = loaded;
        if (known == null) {
            known = NamedParts.make(introspection);
            if (known == null) {
                throw missing(null);
            }
            loaded = known;
        }
        return known;
    }

    private IntrospectionException missing(@Nullable Throwable cause) {
        return new IntrospectionException("A class is missing for " + introspection, cause);
    }
}
