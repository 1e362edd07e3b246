package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.NovaCreateImage;
import io.ecsim.api.ecs.NovaServerActionResponse;
import io.ecsim.ecs.change.Pictures;
import io.ecsim.ecs.create.MemberTable;
import io.ecsim.pack.Prompt;

/** Images of servers, natively: {@code ecs-schemas.md} 15. */
record NativeImages(NativeWords words, Pictures pictures) {
  private static final int ACCEPTED = 202;
  private static final int TOLD = 45;

  /** Begins to make one; where it is stands in a header, since 2.45 in the body. */
  Reply<NovaServerActionResponse> begin(Call call, String id, NovaCreateImage asked) {
    if (asked.name().isBlank()) {
      throw NativeWords.badRequest(
          "Invalid input for field/attribute name. Value: '%s'.".formatted(asked.name()));
    }
    MemberTable.IMAGE.check(asked);
    String image =
        words.change(
            call,
            "createImage",
            tx -> {
              var server = tx.state().require(words.table().servers, call.project(), id);
              Pictures.Picture picture = pictures.of(tx, server, asked.name());
              Prompt.over(tx.begin(picture.plan()));
              return picture.image();
            });
    if (call.microversion() >= TOLD) {
      return Reply.of(ACCEPTED, new NovaServerActionResponse(null, image, null));
    }
    return Reply.<NovaServerActionResponse>of(ACCEPTED, null)
        .header("Location", call.baseUrl() + "/v2/images/" + image);
  }
}
