package io.ecsim.ecs.nova;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.NovaCreateKeypairKeypair;
import io.ecsim.api.ecs.NovaCreateKeypairOption;
import io.ecsim.api.ecs.NovaCreateKeypairRequest;
import io.ecsim.api.ecs.NovaCreateKeypairResponse;
import io.ecsim.api.ecs.NovaKeypair;
import io.ecsim.api.ecs.NovaKeypairKeypair;
import io.ecsim.api.ecs.NovaKeypairsApi;
import io.ecsim.api.ecs.NovaListKeypairsKeypair;
import io.ecsim.api.ecs.NovaListKeypairsQuery;
import io.ecsim.api.ecs.NovaListKeypairsResponse;
import io.ecsim.api.ecs.NovaShowKeypairResponse;
import io.ecsim.ecs.view.Times;
import io.ecsim.pack.Keypairs;
import java.util.regex.Pattern;

/** Key pairs, natively: {@code ecs-schemas.md} 9. They are those of the key pair service. */
public record NativeKeypairOperations(Keypairs keypairs) implements NovaKeypairsApi {
  /** From this version on, answers tell the type and have the statuses that fit. */
  private static final int TYPED = 2;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_@. \\-]{1,255}");

  @Override
  public Reply<NovaCreateKeypairResponse> novaCreateKeypair(
      Call call, NovaCreateKeypairRequest body) {
    NovaCreateKeypairOption asked = body.keypair();
    if (!NAME.matcher(asked.name()).matches()) {
      throw NativeWords.badRequest(
          "Keypair data is invalid: Keypair name contains unsafe characters: %s"
              .formatted(asked.name()));
    }
    Keypairs.Made made = make(call, asked);
    Keypairs.Facts pair = made.pair();
    return Reply.of(
        call.microversion() < TYPED ? 200 : 201,
        new NovaCreateKeypairResponse(
            NovaCreateKeypairKeypair.builder()
                .name(pair.name())
                .fingerprint(pair.fingerprint())
                .publicKey(pair.publicKey())
                .privateKey(made.privateKey())
                .type(type(call, pair))
                .userId(pair.userId())
                .build()));
  }

  private Keypairs.Made make(Call call, NovaCreateKeypairOption asked) {
    try {
      return keypairs.make(call, asked.name(), asked.type(), asked.publicKey(), asked.userId());
    } catch (ApiError error) {
      throw switch (error.code()) {
        case "KPS.1003" ->
            NativeWords.conflict("Key pair '%s' already exists.".formatted(asked.name()));
        case "KPS.1007" -> NativeWords.forbidden("Quota exceeded, too many key pairs.");
        default ->
            NativeWords.badRequest("Keypair data is invalid: %s".formatted(error.getMessage()));
      };
    }
  }

  private static String type(Call call, Keypairs.Facts pair) {
    return call.microversion() < TYPED ? null : pair.type();
  }

  @Override
  public NovaListKeypairsResponse novaListKeypairs(Call call, NovaListKeypairsQuery query) {
    Page<Keypairs.Facts> page =
        Page.of(
            keypairs.all(call.glance().state(), call.project()),
            query.limit() == null ? 0 : query.limit(),
            query.marker(),
            Keypairs.Facts::name);
    return new NovaListKeypairsResponse(
        page.items().stream()
            .map(
                pair ->
                    new NovaKeypairKeypair(
                        pair.fingerprint(), pair.name(), pair.publicKey(), type(call, pair)))
            .map(NovaListKeypairsKeypair::new)
            .toList());
  }

  private Keypairs.Facts pair(Call call, String name) {
    return keypairs.all(call.glance().state(), call.project()).stream()
        .filter(pair -> pair.name().equals(name))
        .findFirst()
        .orElseThrow(() -> NativeWords.notFound("Keypair %s not found.".formatted(name)));
  }

  @Override
  public NovaShowKeypairResponse novaShowKeypair(Call call, String keypairName) {
    Keypairs.Facts pair = pair(call, keypairName);
    return new NovaShowKeypairResponse(
        NovaKeypair.builder()
            .id((int) pair.number())
            .name(pair.name())
            .publicKey(pair.publicKey())
            .fingerprint(pair.fingerprint())
            .type(type(call, pair))
            .userId(pair.userId())
            .createdAt(Times.micros(pair.createdAt()))
            .deleted(false)
            .build());
  }

  @Override
  public Reply<Void> novaDeleteKeypair(Call call, String keypairName) {
    keypairs.delete(call, pair(call, keypairName).name());
    return Reply.of(call.microversion() < TYPED ? 202 : 204, null);
  }
}
