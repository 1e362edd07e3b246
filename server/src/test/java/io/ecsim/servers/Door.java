package io.ecsim.servers;

import io.ecsim.testing.HttpAnswer;

/** The two APIs by which servers can be had. */
enum Door {
  /** The service's own, with codes. */
  HUAWEI {
    @Override
    HttpAnswer ask(Owner anna, String action, String server) {
      return switch (action) {
        case "start" -> anna.start(server);
        case "stop" -> anna.stop(server, "SOFT");
        case "hard stop" -> anna.stop(server, "HARD");
        case "reboot" -> anna.reboot(server, "SOFT");
        case "hard reboot" -> anna.reboot(server, "HARD");
        case "resize" -> anna.resize(server, Owner.LARGE);
        case "reinstall" -> anna.reinstall(server);
        case "change OS" -> anna.changeOs(server);
        case "delete" -> anna.deleteServers(server);
        default -> null;
      };
    }

    @Override
    String codeOf(HttpAnswer answer) {
      return answer.at("/error/code");
    }

    @Override
    String refusal(String kind) {
      return kind.equals("passing") ? "Ecs.0603" : "Ecs.0100";
    }
  },

  /** OpenStack's, where a status that does not allow an action is a conflict. */
  NOVA {
    @Override
    HttpAnswer ask(Owner anna, String action, String server) {
      return switch (action) {
        case "start" -> anna.act(server, "{'os-start':{}}");
        case "stop" -> anna.act(server, "{'os-stop':{}}");
        case "hard stop" -> anna.act(server, "{'os-stop':{'type':'HARD'}}");
        case "reboot" -> anna.act(server, "{'reboot':{'type':'SOFT'}}");
        case "hard reboot" -> anna.act(server, "{'reboot':{'type':'HARD'}}");
        case "resize" -> anna.act(server, "{'resize':{'flavorRef':'%s'}}", Owner.LARGE);
        case "confirm" -> anna.act(server, "{'confirmResize':null}");
        case "revert" -> anna.act(server, "{'revertResize':null}");
        case "delete" -> anna.deleteNatively(server);
        default -> null;
      };
    }

    @Override
    String codeOf(HttpAnswer answer) {
      return answer.at("/conflictingRequest/code");
    }

    @Override
    String refusal(String kind) {
      return "409";
    }
  };

  /** Asks for an action; null if this door does not have it. */
  abstract HttpAnswer ask(Owner anna, String action, String server);

  /** The code that an answer refuses with. */
  abstract String codeOf(HttpAnswer answer);

  /** The code that refuses what a settled or passing status does not allow. */
  abstract String refusal(String kind);
}
