package io.ecsim.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML file, which knows its line.
 *
 * @param path the keys that lead to it: {@code flavors.c6.large.2.vcpus}
 */
record Place(Node node, String path) {

  /** What is wrong here. */
  BadInventory bad(String what) {
    String where = path.isEmpty() ? "" : ", " + path;
    return new BadInventory("line %d%s: %s".formatted(line(node), where, what));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** Whether it holds nothing: {@code null}, {@code ~} or no text at all. */
  boolean none() {
    return node.getTag().equals(Tag.NULL);
  }

  /** Its members by key, of which only these are known. */
  Map<String, Place> members(Collection<String> known) {
    Map<String, Place> members = members();
    for (Map.Entry<String, Place> member : members.entrySet()) {
      if (!known.contains(member.getKey())) {
        throw member
            .getValue()
            .bad("there is no such key; there are %s".formatted(String.join(", ", known)));
      }
    }
    return members;
  }

  /** Its members by key, whatever they are called. */
  Map<String, Place> members() {
    if (!(node instanceof MappingNode mapping)) {
      throw bad("%s stands here; right is a map: key: value".formatted(shown()));
    }
    Map<String, Place> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new Place(tuple.getKeyNode(), path).bad("a key is no plain text");
      }
      var member =
          new Place(
              tuple.getValueNode(), path.isEmpty() ? key.getValue() : path + "." + key.getValue());
      if (members.put(key.getValue(), member) != null) {
        throw member.bad("the key stands here for the second time");
      }
    }
    return members;
  }

  /** Its elements. */
  List<Place> elements() {
    if (!(node instanceof SequenceNode sequence)) {
      throw bad("%s stands here; right is a list: [one, two]".formatted(shown()));
    }
    List<Place> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(new Place(element, path + "[" + elements.size() + "]"));
    }
    return elements;
  }

  /** Its elements as texts. */
  List<String> texts() {
    return elements().stream().map(Place::text).toList();
  }

  /** Its text. */
  String text() {
    if (!(node instanceof ScalarNode scalar) || none()) {
      throw bad("%s stands here; right is a text".formatted(shown()));
    }
    return scalar.getValue();
  }

  /** Its whole number. */
  int number() {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw bad("%s stands here; right is a whole number".formatted(shown()));
    }
  }

  /** Its whole number, which is not less than this. */
  int number(int least) {
    int number = number();
    if (number < least) {
      throw bad("%d stands here; right is %d or more".formatted(number, least));
    }
    return number;
  }

  /** Its range: {@code 10-32768}. */
  Range range() {
    String text = text();
    if (!text.matches("\\d{1,9}-\\d{1,9}")) {
      throw bad("'%s' stands here; right is a range like 10-32768".formatted(text));
    }
    String[] ends = text.split("-", 2);
    return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      return none() ? "nothing" : "'" + scalar.getValue() + "'";
    }
    return node instanceof MappingNode ? "a map" : "a list";
  }
}
