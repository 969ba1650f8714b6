package dev.weir.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The direction of imports: what the poms hold between rooms, held here inside them too.
class ArchitectureTest {

    private static final List<String> CORE =
            List.of("event", "schema", "catalog", "consent", "privacy", "enrich", "intake");
    private static final List<String> FUNCTIONS =
            List.of("collector", "surge", "lakewriter", "compactor", "counters", "privacy", "retention");

    private static JavaClasses weir;

    @BeforeAll
    static void importEveryRoom() throws IOException {
        Path root = Path.of(System.getProperty("weir.root"));
        List<Path> outputs = new ArrayList<>();
        for (String rooms : List.of("functions", "schemas")) {
            try (Stream<Path> tree = Files.walk(root.resolve(rooms), 4)) {
                tree.filter(folder -> folder.endsWith("target/classes")).forEach(outputs::add);
            }
        }
        weir = new ClassFileImporter().importPaths(outputs);
    }

    @Test
    void seesEveryRoom() {
        assertThat(List.of(
                        "core.intake",
                        "stream",
                        "lake",
                        "collector",
                        "surge",
                        "lakewriter",
                        "compactor",
                        "counters",
                        "privacy",
                        "retention",
                        "local.stack"))
                .allMatch(room -> weir.containPackage("dev.weir." + room));
    }

    @Test
    void coreReadsFromLeftToRight() {
        for (int left = 0; left < CORE.size(); left++) {
            for (String right : CORE.subList(left + 1, CORE.size())) {
                noClasses()
                        .that()
                        .resideInAPackage("dev.weir.core." + CORE.get(left))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.weir.core." + right)
                        .check(weir);
            }
        }
    }

    @Test
    void coreKnowsTheJdkJsonAndSchemasOnly() {
        classes()
                .that()
                .resideInAPackage("dev.weir.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.weir.core..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "com.networknt.schema..",
                        // annotations that the builder of native images reads
                        "com.oracle.svm.core.annotate..",
                        "org.jspecify..")
                .check(weir);
    }

    @Test
    void roomsAreImportedInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.weir..")
                .layer("core")
                .definedBy("dev.weir.core..")
                .layer("stream")
                .definedBy("dev.weir.stream..")
                .layer("lake")
                .definedBy("dev.weir.lake..")
                .layer("collector")
                .definedBy("dev.weir.collector..")
                .layer("surge")
                .definedBy("dev.weir.surge..")
                .layer("lake-writer")
                .definedBy("dev.weir.lakewriter..")
                .layer("compactor")
                .definedBy("dev.weir.compactor..")
                .layer("counters")
                .definedBy("dev.weir.counters..")
                .layer("privacy")
                .definedBy("dev.weir.privacy..")
                .layer("retention")
                .definedBy("dev.weir.retention..")
                .layer("schemas")
                .definedBy("dev.weir.schemas..")
                .layer("local")
                .definedBy("dev.weir.local..")
                .optionalLayer("benchmarks")
                .definedBy("dev.weir.benchmarks..")
                .whereLayer("benchmarks")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("local")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("schemas")
                .mayOnlyBeAccessedByLayers("local")
                .whereLayer("collector")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("surge")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lake-writer")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("compactor")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("counters")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("privacy")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("retention")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("stream")
                .mayOnlyBeAccessedByLayers("collector", "surge", "lake-writer", "counters", "privacy", "benchmarks")
                .whereLayer("lake")
                .mayOnlyBeAccessedByLayers("lake-writer", "compactor", "privacy", "retention", "local", "benchmarks")
                .check(weir);
    }

    @Test
    void aFunctionIsOneFlatPackage() {
        for (String function : FUNCTIONS) {
            assertThat(weir.getPackage("dev.weir." + function).getSubpackages()).isEmpty();
        }
    }

    @Test
    void aFunctionShowsItsHandlersOnly() {
        classes()
                .that()
                .resideInAnyPackage(FUNCTIONS.stream().map("dev.weir."::concat).toArray(String[]::new))
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Handler")
                .check(weir);
    }

    @Test
    void publishingTakesStoredEventsOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.weir.stream..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "dev\\.weir\\.core\\..*\\.(RawEvent|ValidEvent|ConsentedEvent|StrippedEvent|PseudonymousEvent)")
                .check(weir);
    }
}
