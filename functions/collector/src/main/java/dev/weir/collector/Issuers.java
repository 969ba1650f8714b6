package dev.weir.collector;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.ConfigObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The issuers that are trusted. One issuer may be there several times, for audiences of different products.
///
/// @param all in the order of the file
record Issuers(List<Issuer> all) {

    static final Issuers NONE = new Issuers(List.of());

    /// @throws IllegalArgumentException if an issuer is there twice for the same audience
    Issuers {
        all = List.copyOf(all);
        Set<List<String>> seen = new HashSet<>();
        for (Issuer issuer : all) {
            for (String audience : issuer.audiences()) {
                if (!seen.add(List.of(issuer.name(), audience))) {
                    throw new IllegalArgumentException("issuers: " + issuer.name() + " is there twice for the audience "
                            + audience + ", so that its tokens would have two meanings");
                }
            }
        }
    }

    /// Reads the file that `docs/operations/README.md` describes.
    ///
    /// @throws IllegalArgumentException if it has another form or asks for what the catalog lacks, which names the
    ///     place and what is wrong
    static Issuers read(Path file, Catalog catalog) {
        ConfigObject root = ConfigObject.read("issuers", file);
        root.requireOnly(Set.of("issuers"));
        IssuerReader reader = new IssuerReader(catalog);
        return new Issuers(root.objects("issuers").stream().map(reader::read).toList());
    }

    /// The entries of an issuer; none where nobody trusts it.
    List<Issuer> named(String name) {
        return all.stream().filter(issuer -> issuer.name().equals(name)).toList();
    }

    /// Those of some entries that a token of these audiences is for.
    static List<Issuer> forAudience(List<Issuer> entries, Collection<String> audiences) {
        return entries.stream()
                .filter(entry -> audiences.stream().anyMatch(entry.audiences()::contains))
                .toList();
    }
}
