/** Signs people in at an OpenID Connect provider, and keeps what came of it: "The OAuth 2.0 Authorization Framework" (RFC 6749) for native apps. */
@NullMarked
package dev.fileapi.cli.signin;

import org.jspecify.annotations.NullMarked;
