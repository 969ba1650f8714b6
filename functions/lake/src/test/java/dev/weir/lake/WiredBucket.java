package dev.weir.lake;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The bucket `lake` behind a server that answers as a test wants, so that what goes over the wire can be looked at.
record WiredBucket(HttpServer server, S3Client client) implements AutoCloseable {

    static WiredBucket answering(HttpHandler answers, Consumer<ClientOverrideConfiguration.Builder> settings)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answers);
        server.start();
        S3Client client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .region(Region.US_EAST_1)
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .forcePathStyle(true)
                .overrideConfiguration(settings)
                .build();
        return new WiredBucket(server, client);
    }

    S3Objects objects() {
        return new S3Objects(client, "lake");
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }
}
