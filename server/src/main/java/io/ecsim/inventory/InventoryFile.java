package io.ecsim.inventory;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Lays the changes of a YAML file over an inventory. What the file does not name stays; {@code
 * null} takes a flavor, disk type or image away.
 *
 * <pre>{@code
 * zones: [cn-north-4a, cn-north-4b]
 * flavors:
 *   c6.large.2: {sale: {cn-north-4a: sellout}}
 *   c7.large.2: {status: abandon}
 *   t6.small.1: null
 *   my.large.2: {vcpus: 2, ram: 4096}
 * volume_types:
 *   SATA: {sold_out: []}
 * images:
 *   My Linux: {id: 11111111-0000-4000-8000-000000000001, platform: Other}
 * network: {subnet_cidr: 192.168.0.0/28}
 * limits: {volumes: 3, servers: 2}
 * }</pre>
 */
public final class InventoryFile {
  private InventoryFile() {}

  /**
   * The inventory with the changes of this file.
   *
   * @throws BadInventory if the file cannot be read or does not say what it should
   */
  public static Inventory read(Path file, Inventory inventory) {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new BadInventory("it is not in UTF-8");
    } catch (IOException e) {
      throw new BadInventory("it cannot be read: " + e.getClass().getSimpleName());
    }
    return laid(text, inventory);
  }

  /** The inventory with the changes of this text. */
  static Inventory laid(String text, Inventory inventory) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new BadInventory("line %d: %s".formatted(line, e.getProblem()));
    }
    if (root == null) {
      return inventory;
    }
    Place place = new Place(root, "");
    return place.none() ? inventory : new Overlay(inventory).laid(place);
  }
}
