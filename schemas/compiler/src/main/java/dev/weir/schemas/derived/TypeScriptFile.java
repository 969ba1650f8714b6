package dev.weir.schemas.derived;

import java.util.List;
import java.util.stream.Collectors;

/// The types that a developer needs to send a product's events: properties by event, and events in each form that the
/// product's dialect knows. The latest version of each event.
final class TypeScriptFile {

    private final CatalogContents contents;
    private final CatalogedProduct product;
    private final String prefix;

    TypeScriptFile(CatalogContents contents, CatalogedProduct product) {
        this.contents = contents;
        this.product = product;
        this.prefix = Names.pascal(product.name());
    }

    String text() {
        StringBuilder text = new StringBuilder("// Events of " + product.name() + ", as they are sent.\n");
        names(text, "EventName", "Every event of " + product.name() + ".", product.latest());
        for (String source : List.of("client", "server")) {
            List<CatalogedEvent> events = product.latest().stream()
                    .filter(event -> event.sources().contains(source))
                    .toList();
            names(text, Names.pascal(source) + "EventName", "Events that a " + source + "'s key may send.", events);
        }
        product.latest().forEach(event -> properties(text, event));
        propertiesByName(text);
        List<SentForm> forms = product.forms().stream()
                .map(json -> new SentForm(contents, json))
                .toList();
        forms.forEach(form -> form(text, form, forms.size() == 1 ? prefix + "Event" : formType(form)));
        if (forms.size() > 1) {
            text.append(forms.stream()
                    .map(this::formType)
                    .collect(Collectors.joining(
                            " | ", "\n/** An event in any form. */\nexport type " + prefix + "Event = ", ";\n")));
        }
        return text.toString();
    }

    private void names(StringBuilder text, String type, String comment, List<CatalogedEvent> events) {
        text.append("\n/** ")
                .append(comment)
                .append(" */\nexport type ")
                .append(prefix)
                .append(type)
                .append(" =");
        events.forEach(event -> text.append("\n  | ").append(TypeScriptType.text(event.name())));
        text.append(events.isEmpty() ? " never;\n" : ";\n");
    }

    private static void properties(StringBuilder text, CatalogedEvent event) {
        text.append("\n")
                .append(TypeScriptType.comment("`" + event.name() + "`: " + event.description(), 0))
                .append("export interface ")
                .append(Names.pascal(event.name()))
                .append(" {\n");
        event.sent().forEach(property -> text.append(TypeScriptType.member(property, 1)));
        text.append("}\n");
    }

    private void propertiesByName(StringBuilder text) {
        text.append("\n/** The properties of each event. */\nexport interface ")
                .append(prefix)
                .append("Properties {\n");
        product.latest()
                .forEach(event -> text.append("  ")
                        .append(TypeScriptType.text(event.name()))
                        .append(": ")
                        .append(Names.pascal(event.name()))
                        .append(";\n"));
        text.append("}\n");
    }

    private String formType(SentForm form) {
        return prefix + Names.pascal(form.name()) + "Event";
    }

    private void form(StringBuilder text, SentForm form, String type) {
        boolean fixed = !form.event().isEmpty();
        String names = prefix + "EventName";
        text.append("\n/** An event as it is sent to `POST /v1/events`. */\nexport type ")
                .append(type);
        if (!fixed) {
            text.append("<N extends ").append(names).append(" = ").append(names).append(">");
        }
        String properties = prefix + "Properties[" + (fixed ? TypeScriptType.text(form.event()) : "E") + "]";
        String event = new SentShape(form, properties).text(fixed ? 0 : 1);
        String whole = form.properties().isEmpty() ? event + " & " + properties : event;
        text.append(" = ")
                .append(fixed ? whole : "{\n  [E in N]: " + whole + ";\n}[N]")
                .append(";\n");
    }
}
