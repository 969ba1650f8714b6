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
import dev.weir.local.mapping.QueueMappingSpec;
import dev.weir.local.mapping.QueueMappings;
import dev.weir.local.template.Templates;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

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
        return start(Functions::on, artifacts, state, services, port);
    }

    /// As [#start], but everything that it is made of is as the templates of an environment describe it.
    ///
    /// @throws dev.weir.local.template.CannotApply where a template has something that is not understood, or where
    ///     what holds data would be lost
    public static Stack fromTemplates(
            Templates templates, Artifacts artifacts, StateFolder state, Services services, int port) throws Exception {
        return start(new FromTemplates(templates), artifacts, state, services, port);
    }

    private static Stack start(Blueprint blueprint, Artifacts artifacts, StateFolder state, Services services, int port)
            throws Exception {
        Undo running = new Undo();
        running.onFailure(services);
        try {
            Clients clients = running.onFailure(Clients.of(services));
            KeySetEndpoint tokenKeys = running.onFailure(KeySetEndpoint.start(LocalIssuer.of(state)));
            Site site = new Site(artifacts, state, services, clients, settings(state, tokenKeys));
            return start(blueprint.on(site), site, port, running);
        } catch (Exception e) {
            running.close();
            throw e;
        }
    }

    private static Site.Settings settings(StateFolder state, KeySetEndpoint tokenKeys) throws IOException {
        Catalog catalog = Catalog.load();
        return new Site.Settings(
                LocalKeys.ensure(state.secrets(), catalog.productNames()),
                LocalIssuers.write(state, catalog, tokenKeys.uri()));
    }

    private static Stack start(Deployment deployment, Site site, int port, Undo running) throws Exception {
        StateFolder state = site.state();
        Lambdas lambdas = running.onFailure(Lambdas.start(LambdaSettings.of(
                new LambdaSettings.Folders(site.artifacts().lambdaRuntime(), state.functions(), state.logs()))));
        deployment.functions().forEach(function -> lambdas.register(Site.signing(function)));
        Deployment.Triggers triggers = deployment.triggers();
        HttpApi api = running.onFailure(HttpApi.start(port, triggers.routes(), lambdas, null));
        Stack stack = new Stack(state, running, lambdas, api);
        FirstRequest.await(stack.endpoint(), state.logs());
        stack.startMappings(triggers, site);
        stack.startSchedule(triggers);
        Map<String, String> invocable = deployment.invocable();
        InvokeApi invoke = running.onFailure(InvokeApi.start(
                (name, payload) -> lambdas.invoke(invocable.getOrDefault(name, name), payload), invocable.keySet()));
        state.announce(stack.endpoint().toString(), "http://127.0.0.1:" + invoke.port(), site.services());
        return stack;
    }

    private void startMappings(Deployment.Triggers triggers, Site site) {
        Mappings mappings = new Mappings(
                site.services().shards(),
                lambdas,
                new FailedBatchBucket(site.clients().s3(), triggers.failedBucket()),
                state.checkpoints(),
                Account.LOCAL,
                Clock.systemUTC());
        for (MappingSpec mapping : triggers.mappings()) {
            running.onFailure(mappings.start(mapping));
        }
        QueueMappings queues = new QueueMappings(site.services().queues(), lambdas, Account.LOCAL);
        for (QueueMappingSpec mapping : triggers.queues()) {
            running.onFailure(queues.start(mapping));
        }
    }

    private void startSchedule(Deployment.Triggers triggers) {
        Schedule schedule = running.onFailure(new Schedule(lambdas, System.err::println));
        triggers.schedule().forEach(schedule::add);
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
