package io.ecsim.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EcsimCodegenTest {
  @TempDir static Path folder;

  private static Generated generated;

  @BeforeAll
  static void generate() {
    generated = Generated.from(folder, Generated.document());
  }

  @Test
  void aRecordKeepsNamesOfTheContractAndDropsNamespaces() {
    assertThat(generated.java("Disk"))
        .contains("package io.ecsim.api.disks;")
        .contains("@JsonInclude(JsonInclude.Include.NON_NULL)\npublic record Disk(")
        .contains("    String id,\n")
        .contains("@JsonProperty(\"OS-EXT-STS:vm_state\") String vmState,")
        .contains("@JsonProperty(\"class\") String class_,")
        .contains("Map<String, String> tags,");
  }

  @Test
  void requiredNullableMembersAreWrittenAsNull() {
    assertThat(generated.java("Disk"))
        .contains("@JsonInclude(JsonInclude.Include.ALWAYS) String snapshotId,")
        .contains("@JsonInclude(JsonInclude.Include.ALWAYS) String cbCsbsBackup,");
  }

  @Test
  void anOpenSchemaKeepsUnknownMembers() {
    assertThat(generated.java("Disk"))
        .contains("@JsonAnySetter @JsonAnyGetter Map<String, Integer> additional\n")
        .contains("additional = additional == null ? Map.of() : additional;");
  }

  @Test
  void numbersAndEnumsHaveSmallTypes() {
    assertThat(generated.java("CreateDisk"))
        .contains("@JsonDeserialize(using = CutDecimals.class) Integer size,")
        .contains("BigDecimal price,")
        .contains("Double ratio,")
        .contains("Long bytes,")
        .contains("Integer count,")
        .contains("String kind,")
        .contains("Object hints\n");
  }

  @Test
  void largeAnswersHaveABuilderAndRequestsHaveNone() {
    assertThat(generated.java("Disk")).contains("public static Builder builder()");
    assertThat(generated.java("DiskList")).doesNotContain("Builder");
    assertThat(generated.java("CreateDisk")).doesNotContain("Builder");
  }

  @Test
  void givenMembersTellAbsentFromNull() {
    assertThat(generated.java("UpdateDisk"))
        .contains("    @JsonInclude(JsonInclude.Include.NON_EMPTY) Given<String> name\n")
        .contains("name = name == null ? Given.absent() : name;");
  }

  @Test
  void aChoiceIsASealedInterface() {
    assertThat(generated.java("DiskAction"))
        .contains("use = JsonTypeInfo.Id.DEDUCTION")
        .contains("public sealed interface DiskAction permits Extend, Detach {}");
    assertThat(generated.java("Detach"))
        .contains("@JsonProperty(\"os-detach\") Map<String, Object> osDetach")
        .contains(") implements DiskAction {");
  }

  @Test
  void oneInterfacePerTagWithModelledOperations() {
    assertThat(generated.java("DisksApi"))
        .contains(
            "/** {@code ListDisks}: {@code GET /v1/{project_id}/disks}. The disks. */\n"
                + "  DiskList listDisks(Call call, ListDisksQuery query);")
        .contains("Reply<Disk> createDisk(Call call, CreateDisk body);")
        .contains("void updateDisk(Call call, String diskId, String class_, UpdateDisk body);")
        .contains("Reply<Void> diskAction(Call call, DiskAction body);");
    assertThat(generated.java("NativeApi")).isNull();
    assertThat(generated.java("NativeDisk")).isNull();
  }

  @Test
  void queryKeysAndHeadersAreOneRecord() {
    assertThat(generated.java("ListDisksQuery"))
        .contains("    String xClientToken,\n    Integer limit,\n    Boolean shared,\n")
        .contains("in.header(\"X-Client-Token\")")
        .contains("in.queryInteger(\"limit\")")
        .contains("in.query(\"id\")");
  }

  @Test
  void theTableHasAllOperations() {
    assertThat(generated.java("DisksOperations"))
        .contains(
            "\"CreateDisk\", \"disks\", \"POST\", \"/v1/{project_id}/disks\", List.of(202, 200), "
                + "ErrorForm.CODE, \"D.3\", \"CreateDisk\", true, null, Map.of(202, \"Disk\"), "
                + "true, Map.ofEntries(Map.entry(\"CreateBlankDisk\", \"\"), "
                + "Map.entry(\"CopyDisk\", \"source\"))")
        .contains("\"ListDisks.query\", Map.of(0, \"Error\", 200, \"DiskList\"), true")
        .contains(
            "\"NativeListDisks\", \"disks\", \"GET\", \"/v2/disks\", List.of(300), "
                + "ErrorForm.NATIVE, \"D.1\", null, false, null, "
                + "Map.of(300, \"NativeListDisks.300\"), false");
  }

  @Test
  void routesNeedAnImplementationOfEveryTag() {
    assertThat(generated.java("DisksRoutes"))
        .contains("public static List<Route> of(\n      DisksApi disks\n  )")
        .contains(
            "case \"UpdateDisk\":\n          disks.updateDisk(call, in.path(\"disk_id\"), "
                + "in.path(\"class\"), in.body(UpdateDisk.class));\n          return null;");
  }

  @Test
  void schemaDocumentsReferToEachOtherByAddress() {
    assertThat(generated.schema("DiskList")).contains("\"https://ecsim/disks/Disk\"");
    assertThat(generated.schema("NativeDisk")).isNotNull();
    assertThat(generated.schema("NativeListDisks.300")).contains("https://ecsim/disks/NativeDisk");
    assertThat(generated.schema("ListDisks.query"))
        .contains("\"x-error\" : \"D.2\"")
        .contains("\"maximum\" : 2147483647")
        .doesNotContain("X-Client-Token");
  }

  @Test
  void twoRunsWriteTheSame(@TempDir Path other) {
    assertThat(Generated.from(other, Generated.document())).isEqualTo(generated);
  }

  @Test
  void whatIsNoLongerGeneratedIsDeleted(@TempDir Path other) {
    Generated.from(other, Generated.document());
    String renamed =
        Generated.document().replace("/Extend'", "/Grow'").replace(" Extend:", " Grow:");
    assertThat(Generated.from(other, renamed).files().keySet())
        .anyMatch(file -> file.endsWith("/Grow.java"))
        .anyMatch(file -> file.endsWith("/Grow.json"))
        .noneMatch(file -> file.contains("/Extend."));
  }

  @Test
  void theBundlePrefixesPathsAndNames() throws Exception {
    Path bundle = folder.resolve("bundle.json");
    Bundle.main(
        new String[] {
          bundle.toString(), "1.0", folder.resolve("out").resolve("disks.json").toString()
        });
    assertThat(Files.readString(bundle))
        .startsWith("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"ecsim\",\"version\":\"1.0\"}")
        .contains("\"/disks/v1/{project_id}/disks\"")
        .contains("\"disks.DiskList\":")
        .contains("\"#/components/schemas/disks.Disk\"")
        .contains("\"operationId\":\"disks.listDisks\"")
        .contains("\"tags\":[\"disks.Disks\"]");
  }
}
