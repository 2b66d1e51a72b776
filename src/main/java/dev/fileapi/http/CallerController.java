package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.CallersRoles;
import dev.fileapi.http.wire.CallerResponse;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Who calls, as the token says, for clients that do not read tokens themselves. */
@Controller("/file/v2/me")
@Consumes(MediaType.ALL)
final class CallerController {

    private static final String UNCHECKED_HEADER = "File-Api-Unchecked-Roles";

    private final CallersRoles roles;

    CallerController(CallersRoles roles) {
        this.roles = roles;
    }

    @Get
    HttpResponse<CallerResponse> read(Caller caller) {
        CallersRoles.Listed listed = roles.of(caller);
        MutableHttpResponse<CallerResponse> answer =
                HttpResponse.ok(CallerResponse.of(caller.user(), listed.organisations()));
        return listed.unchecked() == 0 ? answer : answer.header(UNCHECKED_HEADER, Integer.toString(listed.unchecked()));
    }
}
