package dev.fileapi.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what a call needs in the workspace that its URL names with the path variables {@code organisation_id} and
 * {@code workspace_id}. {@link AccessRule} checks it before any argument is bound.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** The permission that the caller must have in the workspace. */
    Permission value();
}
