package io.ecsim.servers;

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
 * @param next what is seen after its steps instead of its end, for the job goes on at once; or null
 */
record Way(
    Function<Scene, String> prepared,
    BiFunction<Scene, String, HttpAnswer> begun,
    BiFunction<String, HttpAnswer, String> id,
    String next) {

  /** A way on something that is there. */
  static Way on(Function<Scene, String> prepared, BiFunction<Scene, String, HttpAnswer> begun) {
    return new Way(prepared, begun, (id, answer) -> id, null);
  }

  /** A way that makes something, whose id is at this place of the answer. */
  static Way making(String place, Function<Scene, HttpAnswer> begun) {
    return new Way(
        scene -> null,
        (scene, none) -> begun.apply(scene),
        (none, answer) -> answer.at(place),
        null);
  }

  /** The same, and when it has succeeded the job goes on with this. */
  Way then(String status) {
    return new Way(prepared, begun, id, status);
  }
}
