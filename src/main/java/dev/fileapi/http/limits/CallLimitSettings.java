package dev.fileapi.http.limits;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many calls one caller may make.
 *
 * @param callsPerMinute maximum number of calls of one caller in one workspace that one worker takes in a minute, from 1 to 1,000,000;
 *     0 for no limit
 */
@ConfigurationProperties("fileapi.http")
record CallLimitSettings(@Bindable(defaultValue = "0") int callsPerMinute) {

    private static final int MAX = 1_000_000;

    CallLimitSettings {
        if (callsPerMinute < 0 || callsPerMinute > MAX) {
            throw new InvalidSettingException(
                    "FILEAPI_HTTP_CALLS_PER_MINUTE", "must be from 1 to " + MAX + ", or 0 for no limit");
        }
    }

    boolean limited() {
        return callsPerMinute > 0;
    }
}
