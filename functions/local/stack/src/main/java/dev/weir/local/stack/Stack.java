package dev.weir.local.stack;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.gateway.HttpApi;
import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.FunctionProcess;
import dev.weir.local.lambda.InvokeApi;
import dev.weir.local.lambda.LambdaSettings;
import dev.weir.local.lambda.Lambdas;
import dev.weir.local.lambda.Schedule;
import dev.weir.local.mapping.MappingSpec;
import dev.weir.local.mapping.Mappings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/// The whole pipeline, running: the HTTP API, the functions as processes of their own, the mappings
/// between stream and functions, on whatever services it is given.
public final class Stack implements AutoCloseable {

    private final StateFolder state;
    private final Undo running;
    private final Lambdas lambdas;
    private final HttpApi api;

    private Stack(StateFolder state, Undo running, Lambdas lambdas, HttpApi api) {
        this.state = state;
        this.running = running;
        this.lambdas = lambdas;
        this.api = api;
    }

    /// Starts on loopback and returns when the first request will be served. The services are closed with
    /// the stack.
    ///
    /// @param port of the HTTP API; 0 for any that is free
    public static Stack start(Artifacts artifacts, StateFolder state, Services services, int port) throws Exception {
        Undo running = new Undo();
        running.onFailure(services);
        try {
            return start(artifacts, state, services, port, running);
        } catch (Exception e) {
            running.close();
            throw e;
        }
    }

    private static Stack start(Artifacts artifacts, StateFolder state, Services services, int port, Undo running)
            throws Exception {
        Clients clients = running.onFailure(Clients.of(services));
        Resources.create(clients);
        KeySetEndpoint tokenKeys = running.onFailure(KeySetEndpoint.start(LocalIssuer.of(state)));
        Catalog catalog = Catalog.load();
        Functions functions = new Functions(
                artifacts,
                services,
                LocalKeys.ensure(state.secrets(), catalog.productNames()),
                LocalIssuers.write(state, catalog, tokenKeys.uri()));
        Lambdas lambdas = running.onFailure(Lambdas.start(LambdaSettings.of(
                new LambdaSettings.Folders(artifacts.lambdaRuntime(), state.functions(), state.logs()))));
        functions.all().forEach(lambdas::register);
        HttpApi api = running.onFailure(HttpApi.start(port, Functions.routes(), lambdas, null));
        Stack stack = new Stack(state, running, lambdas, api);
        FirstRequest.await(stack.endpoint(), state.logs());
        stack.startMappings(services, clients);
        stack.startSchedule();
        InvokeApi invoke = running.onFailure(InvokeApi.start(lambdas, Functions.invocable()));
        state.announce(stack.endpoint().toString(), "http://127.0.0.1:" + invoke.port());
        return stack;
    }

    private void startMappings(Services services, Clients clients) {
        Mappings mappings = new Mappings(
                services.shards(),
                lambdas,
                new FailedBatchBucket(clients.s3()),
                state.checkpoints(),
                Account.LOCAL,
                Clock.systemUTC());
        for (MappingSpec mapping : Functions.mappings()) {
            running.onFailure(mappings.start(mapping));
        }
    }

    private void startSchedule() {
        Schedule schedule = running.onFailure(new Schedule(lambdas, System.err::println));
        Functions.schedule().forEach(schedule::add);
    }

    /// Where the HTTP API is.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    /// The functions' processes that live now.
    public List<FunctionProcess> processes() {
        return lambdas.processes();
    }

    /// Stops everything, newest first: mappings let running invocations end, then the API, the functions,
    /// the services.
    @Override
    public void close() throws IOException {
        state.retract();
        running.close();
    }
}
