package io.ecsim.evs.cinder;

import io.ecsim.api.Given;
import io.ecsim.api.evs.CinderUpdateVolumeOption;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import java.util.Map;

/**
 * What a native update asks for.
 *
 * @param metadata all metadata it shall have, or null to leave it
 */
record NativeUpdate(Given<String> name, Given<String> description, Map<String, String> metadata) {

  /** The older words lose against the newer: {@code evs-schemas.md} 3. */
  static NativeUpdate of(CinderUpdateVolumeOption option) {
    var update =
        new NativeUpdate(
            newer(option.name(), option.displayName()),
            newer(option.description(), option.displayDescription()),
            option.metadata());
    Texts.bound("EVS.1003", "name", update.name.value(), Texts.MOST);
    Texts.bound("EVS.1004", "description", update.description.value(), Texts.MOST);
    return update;
  }

  private static Given<String> newer(Given<String> one, Given<String> other) {
    return one.present() ? one : other;
  }

  /** The disk with its new texts. */
  Volume apply(Volume volume) {
    return volume
        .edit()
        .name(name.orElse(volume.name(), ""))
        .description(description.orElse(volume.description(), null))
        .made();
  }
}
