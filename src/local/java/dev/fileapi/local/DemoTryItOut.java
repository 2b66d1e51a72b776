package dev.fileapi.local;

import dev.fileapi.access.Role;
import dev.fileapi.http.openapi.TryItOut;
import java.util.Map;

/** Fills in the documentation page with the workspace of the first steps and an editor's token for it. */
record DemoTryItOut(LocalIssuer issuer) implements TryItOut {

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "organisation_id", Demo.ORGANISATION.toString(),
                "workspace_id", Demo.WORKSPACE.toString());
    }

    @Override
    public String token() {
        return issuer.token(TokenOrder.of(Demo.USER, Demo.workspace(), Role.EDITOR));
    }
}
