package dev.weir.local.front;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request of an SDK, as far as it says who wants what.
///
/// @param authorization signature version 4: it has the access key, the region and the service; empty for a link
/// @param target header `X-Amz-Target`; empty where there is none
/// @param copySource header `x-amz-copy-source`; empty where there is none
public record Request(String method, URI uri, String authorization, String target, String copySource, byte[] body) {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/\\d+/[^/]+/([^/]+)/");

    public String caller() {
        return credential(1);
    }

    public String service() {
        return credential(2);
    }

    private String credential(int group) {
        // Of a link, the signature is in the query.
        Matcher matcher = CREDENTIAL.matcher(authorization.isEmpty() ? String.valueOf(uri.getQuery()) : authorization);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a request without a signature: " + method + " " + uri.getPath());
        }
        return matcher.group(group);
    }
}
