package io.ecsim.kms;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.kms.AssociateKeypairRequest;
import io.ecsim.api.kms.AssociateKeypairResponse;
import io.ecsim.api.kms.Auth;
import io.ecsim.api.kms.CreateKeypairRequest;
import io.ecsim.api.kms.CreateKeypairResponse;
import io.ecsim.api.kms.DisassociateKeypairRequest;
import io.ecsim.api.kms.KeypairsApi;
import io.ecsim.api.kms.ListKeypairDetailResponse;
import io.ecsim.api.kms.ListKeypairsQuery;
import io.ecsim.api.kms.ListKeypairsResponse;
import io.ecsim.api.kms.PageInfo;
import io.ecsim.api.kms.UpdateKeypairDescriptionRequest;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import java.util.List;

/** The operations on key pairs. */
final class KeyPairOperations implements KeypairsApi {
  private static final int PAGE = 1000;

  private final Binding binding;
  private final NewKeyPair creation;

  KeyPairOperations(Inventory inventory, Binding binding) {
    this.binding = binding;
    this.creation = new NewKeyPair(inventory);
  }

  @Override
  public CreateKeypairResponse createKeypair(Call call, CreateKeypairRequest body) {
    return new CreateKeypairResponse(creation.make(call, body.keypair()));
  }

  @Override
  public ListKeypairDetailResponse listKeypairDetail(Call call, String keypairName) {
    return new ListKeypairDetailResponse(KeyPairView.detail(require(call, keypairName)));
  }

  @Override
  public ListKeypairsResponse listKeypairs(Call call, ListKeypairsQuery query) {
    var all = call.glance().all(KeyPairTable.KEYPAIRS, call.project()).toList();
    var rest = after(all, query.marker());
    var page = rest.stream().limit(limit(query.limit())).map(call.glance()::show).toList();
    String next = page.size() < rest.size() ? page.get(page.size() - 1).id() : null;
    String previous = query.marker() == null || query.marker().isEmpty() ? null : query.marker();
    return new ListKeypairsResponse(
        page.stream().map(KeyPairView::item).toList(), new PageInfo(page.size(), next, previous));
  }

  private static int limit(String text) {
    if (text == null || text.isEmpty()) {
      return PAGE;
    }
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1) {
      throw new ApiError("KPS.0002", "limit %s is not in the range 1-9999.".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static List<Resource<KeyPair>> after(List<Resource<KeyPair>> all, String marker) {
    if (marker == null || marker.isEmpty()) {
      return all;
    }
    return all.stream().dropWhile(pair -> !pair.id().equals(marker)).skip(1).toList();
  }

  @Override
  public void updateKeypairDescription(
      Call call, String keypairName, UpdateKeypairDescriptionRequest body) {
    Ref ref = require(call, keypairName).ref();
    Prompt.begin(call, tx -> Plan.of(KeyPairTable.UPDATE, ref, body.keypair().description()));
  }

  @Override
  public void deleteKeypair(Call call, String keypairName) {
    Ref ref = require(call, keypairName).ref();
    Prompt.begin(call, tx -> Plan.of(KeyPairTable.DELETE, ref, null));
  }

  @Override
  public AssociateKeypairResponse associateKeypair(Call call, AssociateKeypairRequest body) {
    require(call, body.keypairName());
    Auth auth = body.server().auth();
    boolean replaces = auth != null && "keypair".equals(auth.type());
    return binding.begin(
        call, body.server().id(), body.keypairName(), replaces ? "REPLACE" : "RESET");
  }

  @Override
  public AssociateKeypairResponse disassociateKeypair(Call call, DisassociateKeypairRequest body) {
    return binding.begin(call, body.server().id(), null, "UNBIND");
  }

  private static Resource<KeyPair> require(Call call, String name) {
    return call.glance().require(KeyPairTable.KEYPAIRS, call.project(), name);
  }
}
