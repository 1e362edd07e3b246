package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator {@code ecsim}.
 *
 * <p>The document is read into a {@link Contract} first. What the framework then loops over is a
 * stub per Java type and per modelled operation; templates get the views made here.
 */
public final class EcsimCodegen extends AbstractJavaCodegen {
  private static final String SERVICE = "service";
  private static final String RESOURCES = "resources";
  private static final String DOCUMENT = "document";
  private static final String VIEW = "x-view";

  private Output output;

  /** Called by OpenAPI Generator. */
  public EcsimCodegen() {
    embeddedTemplateDir = templateDir = "ecsim";
    sourceFolder = "java";
    modelTemplateFiles.clear();
    modelTemplateFiles.put("model.mustache", ".java");
    apiTemplateFiles.clear();
    apiTemplateFiles.put("api.mustache", ".java");
    for (Map<String, String> unused :
        List.of(
            modelDocTemplateFiles,
            apiDocTemplateFiles,
            modelTestTemplateFiles,
            apiTestTemplateFiles)) {
      unused.clear();
    }
    hideGenerationTimestamp = true;
    cliOptions.add(CliOption.newString(SERVICE, "last part of the package"));
    cliOptions.add(CliOption.newString(RESOURCES, "folder that schema documents are written to"));
    cliOptions.add(CliOption.newString(DOCUMENT, "file that the resolved document is written to"));
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.SERVER;
  }

  @Override
  public String getName() {
    return "ecsim";
  }

  @Override
  public String getHelp() {
    return "Generates records, interfaces and the operation table of one ecsim service.";
  }

  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  @Override
  public void processOpts() {
    super.processOpts();
    String service = option(SERVICE);
    modelPackage = apiPackage = "io.ecsim.api." + service;
    additionalProperties.put("package", modelPackage);
    String folder = sourceFolder + "/" + modelPackage.replace('.', '/');
    String prefix = Names.upper(service);
    additionalProperties.put("Service", prefix);
    supportingFiles.clear();
    supportingFiles.add(
        new SupportingFile("operations.mustache", folder, prefix + "Operations.java"));
    supportingFiles.add(new SupportingFile("routes.mustache", folder, prefix + "Routes.java"));
    supportingFiles.add(new SupportingFile("package.mustache", folder, "package-info.java"));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void preprocessOpenAPI(OpenAPI document) {
    JsonNode root = Json.mapper().valueToTree(document);
    String service = option(SERVICE);
    output = Output.of(service, root);
    Writer.schemas(Path.of(option(RESOURCES)), service, output.files().texts());
    Path java = Path.of(apiFileFolder());
    Writer.keepOnly(java, output.javaFiles().map(java::resolve).collect(Collectors.toSet()));
    Writer.document(Path.of(option(DOCUMENT)), root);
    additionalProperties.put("chunks", output.chunks());
    additionalProperties.put("apis", output.apis().apis());

    var stubs = new TreeMap<String, Schema>();
    output
        .types()
        .forEach(name -> stubs.put(name, new ObjectSchema().addProperty("x", new StringSchema())));
    document.getComponents().setSchemas(new LinkedHashMap<>(stubs));
    Stubs.keepModelled(document, output);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public CodegenModel fromModel(String name, Schema schema) {
    var model = new CodegenModel();
    model.name = name;
    model.classname = name;
    model.classFilename = name;
    model.vendorExtensions.put(output.kind(name), output.view(name));
    return model;
  }

  @Override
  public CodegenOperation fromOperation(
      String path, String method, io.swagger.v3.oas.models.Operation stub, List<Server> servers) {
    var operation = new CodegenOperation();
    operation.path = path;
    operation.httpMethod = method;
    operation.operationId = stub.getOperationId();
    operation.baseName = stub.getTags().get(0);
    operation.vendorExtensions.put(VIEW, output.apis().method(Names.upper(stub.getOperationId())));
    return operation;
  }

  @Override
  public String toModelName(String name) {
    return name;
  }

  @Override
  public String toApiName(String tag) {
    return tag + "Api";
  }

  @Override
  public String sanitizeTag(String tag) {
    return tag;
  }

  @Override
  public Map<String, ModelsMap> updateAllModels(Map<String, ModelsMap> models) {
    return models;
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
    return models;
  }

  @Override
  public ModelsMap postProcessModels(ModelsMap models) {
    return models;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap operations, List<ModelMap> models) {
    return operations;
  }

  private String option(String name) {
    Object value = additionalProperties.get(name);
    if (value == null) {
      throw new ContractException("ecsim", List.of("the option " + name + " is missing"));
    }
    return value.toString();
  }

  /** Says nothing: the framework's closing words are no news in a build. */
  @Override
  public void postProcess() {}
}
