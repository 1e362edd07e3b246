package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.terraform.catalog.Doubles;
import io.ecsim.terraform.protocol.Catalog;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Holds our tables against a description of the real provider's. That is not ours to hand on, so
 * the test reads it from where {@code ECSIM_PROVIDER_SCHEMA} points, and is skipped without it.
 */
@EnabledIfEnvironmentVariable(
    named = "ECSIM_PROVIDER_SCHEMA",
    matches = ".+",
    disabledReason = "ECSIM_PROVIDER_SCHEMA names no description of the real provider's schema")
class TheSchemaIsTheRealOnesTest {
  private final Catalog catalog = Doubles.catalog();
  private final List<String> differences = new ArrayList<>();

  private static JsonNode real() throws IOException {
    return new ObjectMapper().readTree(new File(System.getenv("ECSIM_PROVIDER_SCHEMA")));
  }

  @Test
  void ofEveryResource() throws IOException {
    JsonNode all = real().path("resources");
    catalog.resources().forEach((name, type) -> compare(name, described(all, name), type.schema()));
    catalog.resources().forEach((name, type) -> fixed(name, described(all, name), type.schema()));
    assertThat(differences).isEmpty();
  }

  @Test
  void ofEveryDataSource() throws IOException {
    JsonNode all = real().path("dataSources");
    catalog
        .dataSources()
        .forEach((name, source) -> compare(name, described(all, name), source.schema()));
    assertThat(differences).isEmpty();
  }

  @Test
  void ofTheProviderBlock() throws IOException {
    compare("provider", real().path("provider"), catalog.provider().members(), false);
    assertThat(differences).isEmpty();
  }

  /** What stands under this name, or under the one that it is another name of. */
  private static JsonNode described(JsonNode all, String name) {
    JsonNode own = all.path(name);
    return own.has("aliasOf") ? all.path(own.path("aliasOf").asText()) : own;
  }

  private void compare(String name, JsonNode real, Schema ours) {
    if (real.isMissingNode()) {
      differences.add(name + " is not one of the real provider's");
      return;
    }
    List<Member> members =
        ours.members().stream().filter(row -> !row.name().equals(Schema.TIMEOUTS)).toList();
    compare(name, real.path("attributes"), members, true);
    Map<String, String> timeouts = new TreeMap<>();
    real.path("timeouts").properties().forEach(t -> timeouts.put(t.getKey(), ""));
    if (!timeouts.keySet().equals(ours.timeouts().keySet())) {
      differences.add(name + ".timeouts: " + timeouts.keySet() + " / " + ours.timeouts().keySet());
    }
  }

  /** What the real one fixes; it also names a few arguments that there are none of. */
  private void fixed(String name, JsonNode real, Schema ours) {
    Set<String> expected = new TreeSet<>();
    real.path("customizeDiff")
        .findValues("nonUpdatable")
        .forEach(keys -> keys.forEach(key -> expected.add(key.asText())));
    expected.removeIf(key -> !real.path("attributes").has(key.replaceAll("\\..*", "")));
    Set<String> found = new TreeSet<>();
    fixed("", ours.members(), found);
    differ(name, "fixed", expected, found);
  }

  private static void fixed(String path, List<Member> members, Set<String> found) {
    for (Member member : members) {
      boolean fixed =
          member instanceof NestedBlock block
              ? block.flags().contains(Attribute.Flag.FIXED)
              : ((Attribute) member).is(Attribute.Flag.FIXED);
      if (fixed) {
        found.add(path + member.name());
      }
      if (member instanceof NestedBlock block) {
        fixed(path + member.name() + ".*.", block.members(), found);
      }
    }
  }

  private void compare(String path, JsonNode real, List<Member> ours, boolean withId) {
    Map<String, Member> rows = ours.stream().collect(Collectors.toMap(Member::name, row -> row));
    if (withId && !real.has("id") && rows.remove("id") == null) {
      differences.add(path + ".id is missing");
    }
    real.properties()
        .forEach(
            entry -> {
              Member row = rows.remove(entry.getKey());
              String here = path + "." + entry.getKey();
              if (row == null) {
                differences.add(here + " is missing");
              } else {
                compare(here, entry.getValue(), row);
              }
            });
    rows.keySet().forEach(name -> differences.add(path + "." + name + " is invented"));
  }

  private void compare(String path, JsonNode real, Member ours) {
    if (ours instanceof NestedBlock block) {
      differ(path, "as", real.path("as").asText(), "block");
      differ(
          path,
          "type",
          real.path("type").asText(),
          block.nesting().name().toLowerCase(java.util.Locale.ROOT));
      differ(path, "maxItems", real.path("maxItems").asInt(), block.most());
      boolean needed = real.path("use").asText().equals("required");
      differ(path, "needed", needed, block.least() > 0);
      compare(path, real.path("block"), block.members(), false);
      return;
    }
    Attribute row = (Attribute) ours;
    differ(path, "type", type(real).json(), sorted(row.type()).json());
    differ(path, "use", use(real), use(row));
    differ(path, "sensitive", real.path("sensitive").asBoolean(), row.is(Attribute.Flag.SENSITIVE));
    boolean forceNew = real.path("forceNew").asBoolean() && row.use().configurable();
    differ(path, "forceNew", forceNew, row.is(Attribute.Flag.FORCE_NEW));
  }

  private void differ(String path, String what, Object real, Object ours) {
    if (!real.equals(ours)) {
      differences.add(path + ": " + what + " is " + real + ", ours " + ours);
    }
  }

  /** Terraform wants what has a default to be computed as well; the real one is not told off. */
  private static String use(JsonNode real) {
    boolean usual = real.has("default") && real.path("use").asText().equals("optional");
    return usual ? "optional+computed" : real.path("use").asText();
  }

  private static String use(Attribute row) {
    return switch (row.use()) {
      case REQUIRED -> "required";
      case OPTIONAL -> "optional";
      case OPTIONAL_COMPUTED -> "optional+computed";
      case COMPUTED -> "computed";
    };
  }

  private static Type type(JsonNode real) {
    return switch (real.path("type").asText()) {
      case "string" -> Type.STRING;
      case "bool" -> Type.BOOL;
      case "list" -> Type.list(element(real));
      case "set" -> Type.set(element(real));
      case "map" -> Type.map(element(real));
      default -> Type.NUMBER;
    };
  }

  private static Type element(JsonNode real) {
    if (real.has("block")) {
      Map<String, Type> members = new TreeMap<>();
      real.path("block").properties().forEach(m -> members.put(m.getKey(), type(m.getValue())));
      return new Type.ObjectOf(members);
    }
    JsonNode element = real.path("elem");
    return element.isObject()
        ? type(element)
        : type(new ObjectMapper().createObjectNode().put("type", element.asText("string")));
  }

  private static Type sorted(Type type) {
    if (type instanceof Type.ListOf list) {
      return Type.list(sorted(list.element()));
    } else if (type instanceof Type.SetOf set) {
      return Type.set(sorted(set.element()));
    } else if (type instanceof Type.MapOf map) {
      return Type.map(sorted(map.element()));
    } else if (type instanceof Type.ObjectOf object) {
      Map<String, Type> members = new TreeMap<>();
      object.members().forEach((name, member) -> members.put(name, sorted(member)));
      return new Type.ObjectOf(members);
    }
    return type;
  }
}
