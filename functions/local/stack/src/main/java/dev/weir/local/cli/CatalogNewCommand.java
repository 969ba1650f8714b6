package dev.weir.local.cli;

import dev.weir.core.event.Source;
import dev.weir.schemas.scaffold.CannotScaffold;
import dev.weir.schemas.scaffold.NewEvent;
import dev.weir.schemas.scaffold.Scaffold;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Begins an event or a product.
@Command(
        name = "new",
        description = {
            "Begin an event of a product, or, without EVENT, a product: write its schema and samples, which pass lint and"
                    + " the tests of the samples as they are.",
            "What is not said is decided as the product's other events have it. Nothing that is there is touched."
        },
        mixinStandardHelpOptions = true)
final class CatalogNewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PRODUCT", description = "The product's folder in schemas/.")
    private String product = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "EVENT", description = "Its name, such as cart.item_added.")
    private @Nullable String event;

    @Option(names = "--purpose", paramLabel = "PURPOSE", description = "What it is collected for, or essential.")
    private @Nullable String purpose;

    @Option(names = "--source", paramLabel = "SOURCE", description = "Who may send it: client or server.")
    private @Nullable String source;

    @Option(names = "--category", paramLabel = "CATEGORY", description = "The group of events that it belongs to.")
    private @Nullable String category;

    @Option(names = "--retention", paramLabel = "CLASS", description = "The class that says how long it is kept.")
    private @Nullable String retention;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Path root = Path.of(System.getProperty("weir.root", "."));

    @Override
    public Integer call() throws CannotDo, CannotScaffold, IOException {
        Scaffold scaffold = new Scaffold(root.resolve("schemas"), root.resolve("events-samples"));
        List<Path> written = event == null ? product(scaffold) : scaffold.event(new NewEvent(product, event, wishes()));
        PrintWriter out = spec.commandLine().getOut();
        written.forEach(file -> out.println(root.relativize(file)));
        out.println();
        out.println("Next: say in the schema what is collected and why, use its properties in the samples, then");
        out.println("./weir catalog lint, ./weir catalog docs and ./weir test.");
        out.flush();
        return 0;
    }

    private List<Path> product(Scaffold scaffold) throws CannotDo, CannotScaffold, IOException {
        if (purpose != null || source != null || category != null || retention != null) {
            throw new CannotDo("options are about an event; name one, or leave them out to begin a product");
        }
        return scaffold.product(product);
    }

    private NewEvent.Wishes wishes() throws CannotDo {
        return new NewEvent.Wishes(
                Optional.ofNullable(purpose), source(), Optional.ofNullable(category), Optional.ofNullable(retention));
    }

    private Optional<Source> source() throws CannotDo {
        for (Source known : Source.values()) {
            if (known.label().equals(source)) {
                return Optional.of(known);
            }
        }
        if (source != null) {
            throw new CannotDo("'" + source + "' may not send events; --source is client or server");
        }
        return Optional.empty();
    }
}
