package io.github.trdcare;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house as it is meant: who may know whom, and which habits hold everywhere. */
@AnalyzeClasses(packages = "io.github.trdcare", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String STORAGE = "io.github.trdcare.storage..";
    private static final String PLATFORM = "io.github.trdcare.platform..";

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching("io.github.trdcare.(*)..").should().beFreeOfCycles();

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
    static final ArchRule refusalsBecomeHttpInOnePlace = noClasses()
            .that()
            .doNotHaveSimpleName("RefusalTranslator")
            .should()
            .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                                    BaseServerResponseException.class))));

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
