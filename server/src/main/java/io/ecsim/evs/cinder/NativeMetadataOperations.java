package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderMetaRequest;
import io.ecsim.api.evs.CinderMetaResponse;
import io.ecsim.api.evs.CinderMetadataRequest;
import io.ecsim.api.evs.CinderMetadataResponse;
import io.ecsim.api.evs.CinderVolumeMetadataApi;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Metadata of disks, natively, versions 2 and 3: {@code evs-schemas.md} 3.1. */
public final class NativeMetadataOperations implements CinderVolumeMetadataApi {

  @Override
  public CinderMetadataResponse cinderCreateVolumeMetadataV2(
      Call call, String volumeId, CinderMetadataRequest body) {
    return change(call, volumeId, (tx, disk) -> NativeMetadata.merge(tx, disk, body.metadata()));
  }

  @Override
  public CinderMetadataResponse cinderReplaceVolumeMetadataV2(
      Call call, String volumeId, CinderMetadataRequest body) {
    return change(call, volumeId, (tx, disk) -> NativeMetadata.replace(tx, disk, body.metadata()));
  }

  @Override
  public CinderMetadataResponse cinderListVolumeMetadataV2(Call call, String volumeId) {
    return NativeWords.in(call, () -> all(call, volumeId));
  }

  @Override
  public CinderMetaResponse cinderShowVolumeMetadataKeyV2(Call call, String volumeId, String key) {
    return show(call, volumeId, key);
  }

  @Override
  public CinderMetaResponse cinderUpdateVolumeMetadataKeyV2(
      Call call, String volumeId, String key, CinderMetaRequest body) {
    return update(call, volumeId, key, body.meta());
  }

  @Override
  public void cinderDeleteVolumeMetadataKeyV2(Call call, String volumeId, String key) {
    change(call, volumeId, (tx, disk) -> NativeMetadata.remove(tx, disk, key));
  }

  @Override
  public CinderMetadataResponse cinderCreateVolumeMetadataV3(
      Call call, String volumeId, CinderMetadataRequest body) {
    return change(call, volumeId, (tx, disk) -> NativeMetadata.merge(tx, disk, body.metadata()));
  }

  @Override
  public CinderMetadataResponse cinderReplaceVolumeMetadataV3(
      Call call, String volumeId, CinderMetadataRequest body) {
    return change(call, volumeId, (tx, disk) -> NativeMetadata.replace(tx, disk, body.metadata()));
  }

  @Override
  public CinderMetadataResponse cinderListVolumeMetadataV3(Call call, String volumeId) {
    return NativeWords.in(call, () -> all(call, volumeId));
  }

  @Override
  public CinderMetaResponse cinderShowVolumeMetadataKeyV3(Call call, String volumeId, String key) {
    return show(call, volumeId, key);
  }

  @Override
  public CinderMetaResponse cinderUpdateVolumeMetadataKeyV3(
      Call call, String volumeId, String key, CinderMetaRequest body) {
    return update(call, volumeId, key, body.meta());
  }

  @Override
  public void cinderDeleteVolumeMetadataKeyV3(Call call, String volumeId, String key) {
    change(call, volumeId, (tx, disk) -> NativeMetadata.remove(tx, disk, key));
  }

  private static CinderMetadataResponse change(
      Call call, String id, BiConsumer<Tx, Resource<Volume>> change) {
    return NativeWords.in(
        call,
        () -> {
          call.transact(
              tx -> {
                change.accept(tx, tx.state().require(VolumeTable.VOLUMES, call.project(), id));
                return null;
              });
          return all(call, id);
        });
  }

  private static CinderMetadataResponse all(Call call, String id) {
    return new CinderMetadataResponse(shown(call, id));
  }

  private static Map<String, String> shown(Call call, String id) {
    return VolumeView.metadata(
        call.glance().require(VolumeTable.VOLUMES, call.project(), id).spec());
  }

  private static CinderMetaResponse show(Call call, String id, String key) {
    return NativeWords.in(
        call,
        () -> {
          String value = shown(call, id).get(key);
          if (value == null) {
            throw NativeMetadata.unknown(id, key);
          }
          return new CinderMetaResponse(Map.of(key, value));
        });
  }

  private static CinderMetaResponse update(
      Call call, String id, String key, Map<String, String> items) {
    if (!items.keySet().equals(Set.of(key))) {
      throw new ApiError(
          400,
          "EVS.5400",
          "Invalid input received: meta has the keys %s, the address has %s."
              .formatted(items.keySet().stream().sorted().toList(), key));
    }
    change(call, id, (tx, disk) -> NativeMetadata.merge(tx, disk, items));
    return new CinderMetaResponse(items);
  }
}
