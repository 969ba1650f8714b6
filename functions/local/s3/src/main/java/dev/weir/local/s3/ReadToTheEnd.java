package dev.weir.local.s3;

import java.lang.reflect.Field;
import java.util.concurrent.Executor;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Reads what follows an upload's last byte: its checksum and signature. The store stops before them, and then the
/// server hangs up on a client that is still sending, whose next request fails on the dead connection.
///
/// A body that the client holds back until it is asked for (`Expect: 100-continue`) is asked for first, or a refusal
/// would leave open whether it comes.
final class ReadToTheEnd extends Handler.Wrapper {
    private ReadToTheEnd(Handler handler) {
        super(handler);
    }

    /// Puts itself in front of the server's handler. The server offers no way in but its field.
    static void install(S3Proxy proxy) throws ReflectiveOperationException {
        Field field = S3Proxy.class.getDeclaredField("server");
        field.setAccessible(true);
        Server server = (Server) field.get(proxy);
        server.setHandler(new ReadToTheEnd(server.getHandler()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Callback atTheEnd = new AtTheEnd(request, callback);
        if (!request.getHeaders().contains(HttpHeader.EXPECT)) {
            return super.handle(request, response, atTheEnd);
        }
        Executor threads = request.getComponents().getExecutor();
        request.demand(() -> threads.execute(() -> handleComing(request, response, atTheEnd)));
        return true;
    }

    private void handleComing(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    private static final class AtTheEnd extends Callback.Nested {
        private final Request request;

        AtTheEnd(Request request, Callback callback) {
            super(callback);
            this.request = request;
        }

        @Override
        public void succeeded() {
            Content.Source.consumeAll(request, getCallback());
        }
    }
}
