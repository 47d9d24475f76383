package io.github.trdcare;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The house as it is meant: who may know whom, and which habits hold everywhere. */
@AnalyzeClasses(packages = "io.github.trdcare", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOUSE = "io.github.trdcare.";
    private static final String STORAGE = "io.github.trdcare.storage..";
    private static final String PLATFORM = "io.github.trdcare.platform..";

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching("io.github.trdcare.(*)..").should().beFreeOfCycles();

    /** What each room of rules may know beside itself, Java and the FHIR model; no room of rules has a door inside. */
    private static final Map<String, List<String>> RULES = Map.of(
            "knowledge", List.of("org.yaml.snakeyaml..", "org.apache.commons.csv.."),
            "chart", List.of("org.fhir.ucum.."),
            "assessment", rooms("knowledge", "chart"),
            "resistance", rooms("knowledge", "chart", "assessment"),
            "stimulation", rooms("knowledge", "chart", "assessment"),
            "safety", rooms("knowledge", "chart", "assessment", "stimulation"),
            "eligibility", rooms("knowledge", "chart", "assessment", "resistance", "stimulation"),
            "careplan",
                    rooms("knowledge", "chart", "assessment", "resistance", "stimulation", "safety", "eligibility"));

    private static final List<String> EVERY_RULE = List.of(
            "java..", "org.hl7.fhir.r4.model..", "org.hl7.fhir.instance.model.api..", "org.jspecify.annotations..");

    @ArchTest
    static void rulesKnowOnlyTheFhirModelAndTheRoomsBeneath(JavaClasses classes) {
        RULES.forEach((room, known) -> {
            String[] allowed = Stream.of(EVERY_RULE, known, rooms(room))
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(HOUSE + room)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(type(TemporalPrecisionEnum.class)))
                    .check(classes);
        });
    }

    @ArchTest
    static final ArchRule rulesReadNoClockAndRollNoDice = noClasses()
            .that()
            .resideInAnyPackage(rooms(RULES.keySet().toArray(String[]::new)).toArray(String[]::new))
            .should()
            .callMethodWhere(target(nameMatching("now|currentTimeMillis|nanoTime|randomUUID|systemDefault"))
                    .and(target(owner(resideInAnyPackage("java..")))))
            .orShould()
            .dependOnClassesThat(assignableTo(Random.class))
            .orShould()
            .callConstructor(Date.class);

    /** A door opens its own room and those beneath, through the frame. */
    @ArchTest
    static void doorsKnowTheirRoomsAndTheFrame(JavaClasses classes) {
        RULES.forEach((room, known) -> {
            String[] allowed = Stream.of(
                            known.stream(),
                            Stream.of(rooms(room, "door", "storage")).flatMap(List::stream))
                    .flatMap(each -> each)
                    .filter(each -> each.startsWith(HOUSE))
                    .flatMap(each -> Stream.of(each, each + ".rest"))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(HOUSE + room + ".rest")
                    .should()
                    .dependOnClassesThat(resideInAPackage(HOUSE + "*..").and(not(resideInAnyPackage(allowed))))
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @ArchTest
    static final ArchRule theFrameKnowsTheChartAndTheStore = noClasses()
            .that()
            .resideInAPackage(HOUSE + "door")
            .should()
            .dependOnClassesThat(resideInAPackage(HOUSE + "*..")
                    .and(not(
                            resideInAnyPackage(rooms("door", "chart", "storage").toArray(String[]::new)))));

    /** Mappers at the edge use every rule and door; none of these knows of them. */
    @ArchTest
    static final ArchRule nobodyButThePlatformKnowsTheExchange = noClasses()
            .that()
            .resideOutsideOfPackages(HOUSE + "exchange..", PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + "exchange..");

    private static List<String> rooms(String... names) {
        return Stream.of(names).map(name -> HOUSE + name).toList();
    }

    @ArchTest
    static final ArchRule storageKnowsNoOtherRoom = noClasses()
            .that()
            .resideInAPackage(STORAGE)
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.trdcare..").and(not(resideInAPackage(STORAGE))));

    @ArchTest
    static final ArchRule nobodyKnowsThePlatform = noClasses()
            .that()
            .resideOutsideOfPackage(PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PLATFORM);

    @ArchTest
    static final ArchRule oneClassTouchesTheDaos = noClasses()
            .that()
            .doNotHaveSimpleName("HapiResourceStore")
            .should()
            .dependOnClassesThat(nameMatching("ca\\.uhn\\.fhir\\.jpa\\.api\\.dao\\.(DaoRegistry|IFhirResourceDao.*)"));

    @ArchTest
    static final ArchRule refusalsBecomeHttpWhereTheyAreWorded = noClasses()
            .that()
            .doNotHaveSimpleName("RefusalTranslator")
            .and()
            .doNotHaveSimpleName("RefusedException")
            .should()
            .callConstructorWhere(target(owner(assignableTo(BaseServerResponseException.class))));

    @ArchTest
    static final ArchRule hooksStandInInterceptors = methods()
            .that()
            .areAnnotatedWith(Hook.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Interceptor");

    @ArchTest
    static final ArchRule operationsStandInProviders = methods()
            .that()
            .areAnnotatedWith(Operation.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Provider")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule fieldsAreNotInjected =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule settingsAreNotReadFromTheEnvironment =
            noClasses().should().callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Common)")
            .andShould()
            .haveNameNotMatching(".*\\.(util|common|helper|service|model|dto)\\..*");
}
