package dev.newsmill.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.newsmill.message.Message;

/** The arrows of docs/ARCHITECTURE.md. */
@AnalyzeClasses(packages = "dev.newsmill", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] STAGES = {
        "dev.newsmill.ingest..", "dev.newsmill.clean..", "dev.newsmill.enrich..", "dev.newsmill.publish.."
    };

    @ArchTest
    static final ArchRule messagesKnowNothingElseOfOurs = noClasses()
            .that()
            .resideInAPackage("dev.newsmill.message..")
            .should()
            .dependOnClassesThat(oursBut("dev.newsmill.message.."));

    @ArchTest
    static final ArchRule theStageContractKnowsOnlyMessages = noClasses()
            .that()
            .resideInAPackage("dev.newsmill.stage..")
            .should()
            .dependOnClassesThat(oursBut("dev.newsmill.stage..", "dev.newsmill.message.."));

    @ArchTest
    static final ArchRule onlyTheRuntimeAndTheAppUseKafka = noClasses()
            .that()
            .resideOutsideOfPackages("dev.newsmill.runtime..", "dev.newsmill.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..");

    @ArchTest
    static final ArchRule stagesDoNotKnowTheRuntimeOrTheApp = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.newsmill.runtime..", "dev.newsmill.app..");

    @ArchTest
    static final ArchRule theRuntimeDoesNotKnowAnyStageOrTheApp = noClasses()
            .that()
            .resideInAPackage("dev.newsmill.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.newsmill.ingest..",
                    "dev.newsmill.clean..",
                    "dev.newsmill.enrich..",
                    "dev.newsmill.publish..",
                    "dev.newsmill.app..");

    @ArchTest
    static final ArchRule stagesDoNotKnowEachOther = slices().matching("dev.newsmill.(ingest|clean|enrich|publish)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching("dev.newsmill.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.newsmill.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyLogsAroundSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule onlyTheConsoleWritesToStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage("dev.newsmill.app.console..")
            .and()
            .doNotHaveFullyQualifiedName("dev.newsmill.app.Main")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule messagesAreRecords =
            classes().that().implement(Message.class).should().beRecords();

    private static DescribedPredicate<JavaClass> oursBut(String... packages) {
        return resideInAPackage("dev.newsmill..").and(not(resideInAnyPackage(packages)));
    }
}
