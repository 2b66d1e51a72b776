package dev.fileapi.access;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;

/** A caller as Micronaut Security carries it along a request. Without attributes, which Micronaut logs. */
public record CallerAuthentication(Caller caller) implements Authentication {

    @Override
    public String getName() {
        return caller.user().id().toString();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
