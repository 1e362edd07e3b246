package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderMetaRequest;
import io.ecsim.api.evs.CinderMetaResponse;
import io.ecsim.api.evs.CinderMetadataRequest;
import io.ecsim.api.evs.CinderMetadataResponse;
import io.ecsim.api.evs.CinderSnapshotMetadataApi;
import io.ecsim.evs.disk.MetadataRules;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The metadata of snapshots, natively, versions 2 and 3 alike: {@code evs-schemas.md} 3.1. */
public final class SnapshotMetadataOperations implements CinderSnapshotMetadataApi {
  @Override
  public CinderMetadataResponse cinderListSnapshotMetadataV2(Call call, String snapshotId) {
    return list(call, snapshotId);
  }

  @Override
  public CinderMetadataResponse cinderListSnapshotMetadataV3(Call call, String snapshotId) {
    return list(call, snapshotId);
  }

  private static CinderMetadataResponse list(Call call, String id) {
    return NativeWords.in(call, () -> new CinderMetadataResponse(read(call, id)));
  }

  @Override
  public CinderMetadataResponse cinderCreateSnapshotMetadataV2(
      Call call, String snapshotId, CinderMetadataRequest body) {
    return change(call, snapshotId, metadata -> metadata.putAll(body.metadata()));
  }

  @Override
  public CinderMetadataResponse cinderCreateSnapshotMetadataV3(
      Call call, String snapshotId, CinderMetadataRequest body) {
    return change(call, snapshotId, metadata -> metadata.putAll(body.metadata()));
  }

  @Override
  public CinderMetadataResponse cinderReplaceSnapshotMetadataV2(
      Call call, String snapshotId, CinderMetadataRequest body) {
    return replace(call, snapshotId, body.metadata());
  }

  @Override
  public CinderMetadataResponse cinderReplaceSnapshotMetadataV3(
      Call call, String snapshotId, CinderMetadataRequest body) {
    return replace(call, snapshotId, body.metadata());
  }

  private static CinderMetadataResponse replace(Call call, String id, Map<String, String> by) {
    return change(
        call,
        id,
        metadata -> {
          metadata.clear();
          metadata.putAll(by);
        });
  }

  @Override
  public CinderMetaResponse cinderShowSnapshotMetadataKeyV2(
      Call call, String snapshotId, String key) {
    return show(call, snapshotId, key);
  }

  @Override
  public CinderMetaResponse cinderShowSnapshotMetadataKeyV3(
      Call call, String snapshotId, String key) {
    return show(call, snapshotId, key);
  }

  private static CinderMetaResponse show(Call call, String id, String key) {
    return NativeWords.in(
        call,
        () -> {
          Map<String, String> metadata = read(call, id);
          checkThere(metadata, id, key);
          return new CinderMetaResponse(Map.of(key, metadata.get(key)));
        });
  }

  @Override
  public CinderMetaResponse cinderUpdateSnapshotMetadataKeyV2(
      Call call, String snapshotId, String key, CinderMetaRequest body) {
    return update(call, snapshotId, key, body.meta());
  }

  @Override
  public CinderMetaResponse cinderUpdateSnapshotMetadataKeyV3(
      Call call, String snapshotId, String key, CinderMetaRequest body) {
    return update(call, snapshotId, key, body.meta());
  }

  private static CinderMetaResponse update(
      Call call, String id, String key, Map<String, String> meta) {
    if (meta.size() != 1 || !meta.containsKey(key)) {
      throw new ApiError(
          400,
          "EVS.5400",
          "meta has the keys %s; it must have %s alone.".formatted(meta.keySet(), key));
    }
    change(call, id, metadata -> metadata.putAll(meta));
    return show(call, id, key);
  }

  @Override
  public void cinderDeleteSnapshotMetadataKeyV2(Call call, String snapshotId, String key) {
    delete(call, snapshotId, key);
  }

  @Override
  public void cinderDeleteSnapshotMetadataKeyV3(Call call, String snapshotId, String key) {
    delete(call, snapshotId, key);
  }

  private static void delete(Call call, String id, String key) {
    change(
        call,
        id,
        metadata -> {
          checkThere(metadata, id, key);
          metadata.remove(key);
        });
  }

  private static void checkThere(Map<String, String> metadata, String id, String key) {
    if (!metadata.containsKey(key)) {
      throw new ApiError(
          404, "EVS.5404", "Snapshot %s has no metadata with key %s.".formatted(id, key));
    }
  }

  private static Map<String, String> read(Call call, String id) {
    return call.glance().require(SnapshotTable.SNAPSHOTS, call.project(), id).spec().metadata();
  }

  private static CinderMetadataResponse change(
      Call call, String id, Consumer<Map<String, String>> edit) {
    NativeWords.in(call, () -> call.transact(tx -> change(tx, call.project(), id, edit)));
    return list(call, id);
  }

  private static Resource<Snapshot> change(
      Tx tx, String project, String id, Consumer<Map<String, String>> edit) {
    Resource<Snapshot> snapshot = tx.state().require(SnapshotTable.SNAPSHOTS, project, id);
    var metadata = new LinkedHashMap<>(snapshot.spec().metadata());
    edit.accept(metadata);
    MetadataRules.check(metadata, false);
    return tx.change(SnapshotTable.SNAPSHOTS, snapshot.ref(), spec -> spec.with(metadata));
  }
}
