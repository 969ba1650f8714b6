package dev.weir.local.gateway;

import com.sun.net.httpserver.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A body as the event carries it. `toString()` leaves the text out.
record Body(String text, boolean isBase64) {

    /// Plain where the type is textual, nothing encodes it and it is UTF-8; otherwise base64, which
    /// is how compressed and broken bodies reach a function unharmed.
    static Body of(Headers headers, byte[] bytes) {
        if (isTextual(headers.getFirst("Content-Type")) && !headers.containsKey("Content-Encoding")) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return new Body(text, false);
            } catch (CharacterCodingException e) {
                return base64(bytes);
            }
        }
        return base64(bytes);
    }

    private static Body base64(byte[] bytes) {
        return new Body(Base64.getEncoder().encodeToString(bytes), true);
    }

    private static boolean isTextual(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.endsWith("+json")
                || type.equals("application/xml")
                || type.endsWith("+xml")
                || type.equals("application/javascript")
                || type.equals("application/x-www-form-urlencoded");
    }

    @Override
    public String toString() {
        return "Body[" + text.length() + " characters]";
    }
}
