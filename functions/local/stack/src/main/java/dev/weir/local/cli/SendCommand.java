package dev.weir.local.cli;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.samples.Collector;
import dev.weir.local.samples.Sample;
import dev.weir.local.samples.Samples;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Posts samples and says what became of each.
@Command(
        name = "send",
        description = {
            "Post samples to a running pipeline and print each verdict.",
            "A folder's samples are its *.request.json; one with an *.outcome.json beside it is compared with that. Any"
                    + " other file is posted as it is.",
            "Exit status 0 when every sample got its outcome, and every other event was accepted or dropped."
        },
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "What to send.")
    private List<Path> places = new ArrayList<>();

    @Option(names = "--url", paramLabel = "URL", description = "Where the pipeline is; else the one that uses --data.")
    private @Nullable URI url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Write key; else the one that the sample's folder calls for.")
    private @Nullable String key;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Samples finder = new Samples(Catalog.load().products().keySet());
        List<Sample> samples = new ArrayList<>();
        for (Path place : places) {
            samples.addAll(finder.in(place));
        }
        if (samples.isEmpty()) {
            throw new CannotDo("there is no *.request.json in " + places);
        }
        PrintWriter out = spec.commandLine().getOut();
        Tally tally = new Tally(out);
        try (Collector collector = new Collector(url == null ? data.endpoint() : url)) {
            for (Sample sample : samples) {
                tally.add(sample, collector.post(sample.body(), writeKey(sample)));
            }
        }
        return tally.close();
    }

    private String writeKey(Sample sample) throws CannotDo {
        return Optional.ofNullable(key)
                .or(sample::writeKey)
                .orElseThrow(() -> new CannotDo("whose is " + sample.name()
                        + "? name a write key with --key, such as local-ott-streaming-client"));
    }
}
