package io.ecsim;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.ecsim", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PACKS = {
    "io.ecsim.cbr..",
    "io.ecsim.ecs..",
    "io.ecsim.evs..",
    "io.ecsim.vpc..",
    "io.ecsim.eip..",
    "io.ecsim.ims..",
    "io.ecsim.iam..",
    "io.ecsim.kms..",
    "io.ecsim.bss.."
  };

  private static final String[] SERVERS = {
    "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "com.github.tomakehurst.."
  };

  @ArchTest
  static final ArchRule theKernelKnowsOnlyTheJdkAndPersistentCollections =
      classes()
          .that()
          .resideInAPackage("io.ecsim.sim..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.ecsim.sim..", "java..", "org.pcollections..");

  @ArchTest
  static final ArchRule theContractKnowsTheKernelButNoServer =
      noClasses()
          .that()
          .resideInAPackage("io.ecsim.api..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.ecsim.http..", "io.ecsim.pack..", "io.ecsim.inventory..")
                  .or(resideInAnyPackage(SERVERS)));

  @ArchTest
  static final ArchRule packsKnowKernelContractInventoryAndHowPacksMeet =
      classes()
          .that()
          .resideInAnyPackage(PACKS)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(PACKS)
                  .or(
                      resideInAnyPackage(
                          "io.ecsim.sim..",
                          "io.ecsim.api..",
                          "io.ecsim.pack..",
                          "io.ecsim.inventory..",
                          "java..",
                          "com.fasterxml.jackson..",
                          "org.pcollections..")));

  @ArchTest
  static final ArchRule packsDoNotKnowEachOther =
      slices()
          .matching("io.ecsim.(cbr|ecs|evs|vpc|eip|ims|iam|kms|bss)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule whatADiskIsKnowsNoDoorOfItsService =
      noClasses()
          .that()
          .resideInAnyPackage("io.ecsim.evs.disk..", "io.ecsim.evs.view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ecsim.evs", "io.ecsim.evs.huawei..", "io.ecsim.evs.cinder..");

  @ArchTest
  static final ArchRule whatAServerIsKnowsNoDoorOfItsService =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.ecsim.ecs.server..", "io.ecsim.ecs.create..", "io.ecsim.ecs.view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ecsim.ecs", "io.ecsim.ecs.huawei..", "io.ecsim.ecs.nova..");

  @ArchTest
  static final ArchRule noDoorToDisksCallsAnother =
      slices().matching("io.ecsim.evs.(huawei|cinder)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule noDoorToServersCallsAnother =
      slices().matching("io.ecsim.ecs.(huawei|nova)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule whatPacksMeetThroughKnowsNoPack =
      noClasses()
          .that()
          .resideInAnyPackage("io.ecsim.pack..", "io.ecsim.inventory..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(PACKS).or(resideInAnyPackage("io.ecsim.http..")));

  @ArchTest
  static final ArchRule theGatewayKnowsNoPackAndNoControl =
      noClasses()
          .that()
          .resideInAPackage("io.ecsim.http..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(PACKS)
                  .or(resideInAnyPackage("io.ecsim.control..", "io.ecsim.cli..")));

  @ArchTest
  static final ArchRule controlKnowsTypesOnlyThroughTheirRegistry =
      noClasses()
          .that()
          .resideInAPackage("io.ecsim.control..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(PACKS)
                  .or(resideInAnyPackage("io.ecsim.http..", "io.ecsim.cli.."))
                  .or(resideInAnyPackage(SERVERS)));

  @ArchTest
  static final ArchRule theProviderDoubleReachesTheCloudByHttpAlone =
      classes()
          .that()
          .resideInAPackage("io.ecsim.terraform..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.ecsim.terraform..",
              "io.ecsim.http.grpc..",
              "java..",
              "com.fasterxml.jackson..",
              "org.msgpack..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule theProviderDoublesResourcesKnowNoProtocol =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.ecsim.terraform.catalog..",
              "io.ecsim.terraform.resource..",
              "io.ecsim.terraform.plan..",
              "io.ecsim.terraform.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ecsim.http.grpc..", "org.msgpack..");

  @ArchTest
  static final ArchRule onlyTheAssemblyAndTheCommandLineKnowTheProviderDouble =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.ecsim.terraform..", "io.ecsim.cli..", "io.ecsim")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.ecsim.terraform..");

  @ArchTest
  static final ArchRule onlyTheGatewayKnowsAnHttpServer =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.ecsim.http..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(SERVERS));

  @ArchTest
  static final ArchRule onlyTheGatewayKnowsTheValidator =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.ecsim.http.check..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.networknt.."));

  @ArchTest
  static final ArchRule thePartsOfTheGatewayHaveOneDirection =
      slices().matching("io.ecsim.http.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule thePartsOfTheGatewayDoNotKnowWhatPutsThemTogether =
      noClasses()
          .that()
          .resideInAnyPackage("io.ecsim.http.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.ecsim.http");

  @ArchTest
  static final ArchRule packsAndKernelHaveNoClockAndNoDiceOfTheirOwn =
      noClasses()
          .that(resideInAnyPackage(PACKS).or(resideInAnyPackage("io.ecsim.sim..")))
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SecureRandom.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .because("a world is moved by its own clock and decided by its own seed");
}
