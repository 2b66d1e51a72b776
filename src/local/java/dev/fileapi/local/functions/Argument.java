package dev.fileapi.local.functions;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a trigger carries, before it becomes what the function's parameter asks for. */
sealed interface Argument {

    /**
     * What a parameter of the type gets.
     *
     * @throws IllegalArgumentException for a type that is not understood here
     */
    @Nullable
    Object as(Type type);

    /** The text of an event or of a timer's state. */
    record Text(String text) implements Argument {
        @Override
        public Object as(Type type) {
            if (type == String.class || type == Object.class) {
                return text;
            }
            throw new IllegalArgumentException("A parameter of type " + type.getTypeName() + " is not understood here");
        }
    }

    /** A request, whose body the function's parameter asks for as bytes or as text, itself or as an Optional. */
    record Request(HostRequest request, Body body, boolean binary) implements Argument {
        @Override
        public Object as(Type type) {
            Type content =
                    type instanceof ParameterizedType message ? message.getActualTypeArguments()[0] : Object.class;
            return new HostRequest(
                    request.url(), request.method(), request.headers(), request.parameters(), content(content));
        }

        private @Nullable Object content(Type type) {
            if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
                return Optional.ofNullable(content(optional.getActualTypeArguments()[0]));
            }
            if (body.isEmpty()) {
                return null;
            }
            if (type == byte[].class || (binary && type != String.class)) {
                // text has been decoded on its way here: bytes that are not UTF-8 do not come back
                return binary ? body.bytes() : Body.of(body.text()).bytes();
            }
            return body.text();
        }
    }
}
