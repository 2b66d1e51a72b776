package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A query being put together. Every {@code ?} stands for a parameter, so that the text of queries of one kind is the same: the client
 * asks for a plan once for each text.
 */
final class CosmosQuery {

    private final StringBuilder text;
    private final List<SqlParameter> parameters = new ArrayList<>();

    CosmosQuery(String text, Object... values) {
        this.text = new StringBuilder();
        append(text, values);
    }

    CosmosQuery append(String part, Object... values) {
        if (text.length() > 0) {
            text.append(' ');
        }
        int value = 0;
        for (int at = 0; at < part.length(); at++) {
            char character = part.charAt(at);
            if (character == '?') {
                text.append(parameter(values[value++]));
            } else {
                text.append(character);
            }
        }
        return this;
    }

    /** As {@code c.state IN (…)}. */
    CosmosQuery appendIn(String part, Collection<?> values) {
        return append(
                part + " IN (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", values.toArray());
    }

    SqlQuerySpec spec() {
        return new SqlQuerySpec(text.toString(), parameters);
    }

    private String parameter(Object value) {
        String name = "@p" + parameters.size();
        parameters.add(new SqlParameter(name, value));
        return name;
    }
}
