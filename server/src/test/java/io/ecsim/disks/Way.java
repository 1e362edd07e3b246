package io.ecsim.disks;

import io.ecsim.testing.HttpAnswer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How users set an edge in motion.
 *
 * @param prepared makes what is needed and tells the id of what the edge is on; null where the edge
 *     makes it
 * @param begun the request; it gets what was prepared, and its answer tells the id of what is made
 * @param id the id of what the edge is on, from what was prepared and from the answer
 */
record Way(
    Function<Scene, String> prepared,
    BiFunction<Scene, String, HttpAnswer> begun,
    BiFunction<String, HttpAnswer, String> id) {

  /** A way on something that is there. */
  static Way on(Function<Scene, String> prepared, BiFunction<Scene, String, HttpAnswer> begun) {
    return new Way(prepared, begun, (id, answer) -> id);
  }

  /** A way that makes something, whose id is at this place of the answer. */
  static Way making(
      Function<Scene, String> prepared, String place, BiFunction<Scene, String, HttpAnswer> begun) {
    return new Way(prepared, begun, (id, answer) -> answer.at(place));
  }
}
