package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderListQosSpecificationsV3Query;
import io.ecsim.api.evs.CinderListQosSpecsV2Query;
import io.ecsim.api.evs.CinderQosAssociation;
import io.ecsim.api.evs.CinderQosAssociationsResponse;
import io.ecsim.api.evs.CinderQosSpec;
import io.ecsim.api.evs.CinderQosSpecs;
import io.ecsim.api.evs.CinderQosSpecsResponse;
import io.ecsim.api.evs.CinderShowQosSpecificationDetailsResponse;
import io.ecsim.api.evs.Link;
import io.ecsim.api.evs.QosSpecsApi;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.evs.view.Page;
import io.ecsim.inventory.Inventory;
import java.util.List;

/** What the types of disks promise, to be read; there are as many as types, in their order. */
public final class QosSpecOperations implements QosSpecsApi {
  private static final String CONSUMER = "front-end";

  private final Inventory inventory;

  public QosSpecOperations(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public CinderQosSpecsResponse cinderListQosSpecsV2(Call call, CinderListQosSpecsV2Query query) {
    return NativeWords.in(call, () -> list(Page.of(query.limit(), null, query.marker())));
  }

  @Override
  public CinderQosSpecsResponse cinderListQosSpecificationsV3(
      Call call, CinderListQosSpecificationsV3Query query) {
    return NativeWords.in(call, () -> list(Page.of(query.limit(), query.offset(), query.marker())));
  }

  private CinderQosSpecsResponse list(Page page) {
    return new CinderQosSpecsResponse(
        page.cut(QosSpecs.of(inventory), QosSpecs.Spec::id).stream()
            .map(spec -> new CinderQosSpec(spec.specs(), CONSUMER, spec.id(), spec.name()))
            .toList());
  }

  @Override
  public CinderShowQosSpecificationDetailsResponse cinderShowQosSpecificationDetailsV2(
      Call call, String qosId) {
    return show(call, "v2", qosId);
  }

  @Override
  public CinderShowQosSpecificationDetailsResponse cinderShowQosSpecificationDetailsV3(
      Call call, String qosId) {
    return show(call, "v3", qosId);
  }

  @Override
  public CinderQosAssociationsResponse cinderListQosAssociationsV3(Call call, String qosId) {
    QosSpecs.Spec spec = spec(qosId);
    return new CinderQosAssociationsResponse(
        List.of(new CinderQosAssociation("volume_type", spec.type(), spec.name())));
  }

  private QosSpecs.Spec spec(String id) {
    return QosSpecs.of(inventory).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ApiError("EVS.5404", "No such qos spec %s.".formatted(id)));
  }

  private CinderShowQosSpecificationDetailsResponse show(Call call, String version, String id) {
    QosSpecs.Spec spec = spec(id);
    String path = "/" + call.project() + "/qos-specs/" + id;
    return new CinderShowQosSpecificationDetailsResponse(
        CinderQosSpecs.builder()
            .id(id)
            .name(spec.name())
            .consumer(CONSUMER)
            .specs(spec.specs())
            .links(
                List.of(
                    new Link(call.baseUrl() + "/" + version + path, "self"),
                    new Link(call.baseUrl() + path, "bookmark")))
            .build());
  }
}
