package io.ecsim.eip;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An elastic IP.
 *
 * @param alias the name users gave it, or an empty text
 * @param description a text, or an empty one
 * @param type the lines it is reached by: {@code 5_bgp}
 * @param address the public IPv4 address
 * @param bandwidth its own bandwidth, or one it shares
 * @param port the port it is bound to, or null
 * @param claim the server it is being made for, until it is bound; else null
 * @param goes whether it is deleted with the server it is bound to
 * @param enterpriseProject its enterprise project; {@code 0} is the default one
 * @param labels its tags, in order
 */
record Publicip(
    String alias,
    String description,
    String type,
    String address,
    Ref bandwidth,
    Ref port,
    Ref claim,
    boolean goes,
    String enterpriseProject,
    Map<String, String> labels)
    implements Spec {

  /** Makes the tags immutable; they keep their order. */
  Publicip {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  @Override
  public String name() {
    return alias;
  }

  @Override
  public Map<String, String> tags() {
    return labels;
  }

  @Override
  public Collection<Ref> uses() {
    return Stream.of(bandwidth, port, claim).filter(Objects::nonNull).toList();
  }

  /** Bound so. */
  Publicip at(Binding binding) {
    return new Publicip(
        alias,
        description,
        type,
        address,
        bandwidth,
        binding.port(),
        claim,
        binding.goes(),
        enterpriseProject,
        labels);
  }

  /** Bound to nothing, and for nobody. */
  Publicip free() {
    return at(Binding.NONE).settled();
  }

  /** No longer meant for a server that has it by now. */
  Publicip settled() {
    return new Publicip(
        alias, description, type, address, bandwidth, port, null, goes, enterpriseProject, labels);
  }

  Publicip on(Ref other) {
    return new Publicip(
        alias, description, type, address, other, port, claim, goes, enterpriseProject, labels);
  }

  Publicip with(String newAlias, String newDescription) {
    return new Publicip(
        newAlias,
        newDescription,
        type,
        address,
        bandwidth,
        port,
        claim,
        goes,
        enterpriseProject,
        labels);
  }

  Publicip withLabels(Map<String, String> newLabels) {
    return new Publicip(
        alias,
        description,
        type,
        address,
        bandwidth,
        port,
        claim,
        goes,
        enterpriseProject,
        newLabels);
  }
}
