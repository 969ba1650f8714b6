package dev.weir.local.s3;

import java.io.IOException;
import java.lang.reflect.Field;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Reads what follows an upload's last byte: its checksum and signature. The store stops before them, and then the
/// server hangs up on a client that is still sending, whose next request fails on the dead connection.
///
/// A body that was announced by `Expect: 100-continue` and that nobody asked for is left alone: it will not come.
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
        Body body = new Body(request);
        return super.handle(body, response, Callback.from(body::readToTheEnd, callback));
    }

    private static final class Body extends Request.Wrapper {
        private boolean coming;

        Body(Request request) {
            super(request);
            this.coming = !request.getHeaders().contains(HttpHeader.EXPECT);
        }

        @Override
        public Content.Chunk read() {
            coming = true;
            return super.read();
        }

        void readToTheEnd() {
            if (!coming) {
                return;
            }
            try {
                Content.Source.consumeAll(getWrapped());
            } catch (IOException gone) {
                getWrapped().fail(gone);
            }
        }
    }
}
