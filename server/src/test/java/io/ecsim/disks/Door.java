package io.ecsim.disks;

import io.ecsim.testing.HttpAnswer;

/** The two APIs by which disks can be had. */
enum Door {
  /** The services' own, with codes. */
  HUAWEI {
    @Override
    HttpAnswer ask(Scene scene, String action, String disk) {
      Tenant anna = scene.anna;
      return switch (action) {
        case "attach" -> anna.attach(disk, scene.anotherServer());
        case "detach" -> anna.detach(disk, scene.server());
        case "extend" -> anna.extend(disk, 100);
        case "delete" -> anna.deleteDisk(disk);
        case "back up" -> anna.backUp(disk);
        default -> anna.rollBack(scene.snapshotOf(disk), disk);
      };
    }

    @Override
    String codeOf(HttpAnswer answer) {
      return answer.json().has("error") ? answer.at("/error/code") : answer.at("/badRequest/code");
    }

    @Override
    String[] codes(String documented) {
      return documented.split(" ");
    }
  },

  /** OpenStack's, where every refusal is a bad request. */
  CINDER {
    @Override
    HttpAnswer ask(Scene scene, String action, String disk) {
      Tenant anna = scene.anna;
      return switch (action) {
        case "attach" ->
            anna.act(
                disk,
                "{'os-attach':{'instance_uuid':'%s','mountpoint':'/dev/vdq'}}",
                scene.anotherServer());
        case "detach" -> anna.act(disk, "{'os-detach':{}}");
        case "extend" -> anna.act(disk, "{'os-extend':{'new_size':100}}");
        case "delete" -> anna.delete("/evs/v3/{p}/volumes/" + disk);
        case "back up" ->
            anna.post("/evs/v3/{p}/backups", "{'backup':{'volume_id':'%s','force':true}}", disk);
        default -> anna.rollBack(scene.snapshotOf(disk), disk);
      };
    }

    @Override
    String codeOf(HttpAnswer answer) {
      return answer.at("/badRequest/code");
    }

    @Override
    String[] codes(String documented) {
      return new String[] {"400"};
    }
  };

  /** Asks for an action. */
  abstract HttpAnswer ask(Scene scene, String action, String disk);

  /** The code that an answer refuses with. */
  abstract String codeOf(HttpAnswer answer);

  /** The codes that may refuse, where EVS has these. */
  abstract String[] codes(String documented);
}
