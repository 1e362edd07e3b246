package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.CreateServersSchedulerHints;
import io.ecsim.api.ecs.ServerExtendparam;
import io.ecsim.ecs.order.Terms;
import io.ecsim.ecs.server.Hints;
import io.ecsim.ecs.server.Login;
import io.ecsim.ecs.server.MetadataAccess;
import io.ecsim.ecs.server.Names;
import io.ecsim.ecs.server.Options;
import io.ecsim.ecs.server.Passwords;
import io.ecsim.ecs.server.Termination;
import io.ecsim.ecs.server.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a request to make servers says, as far as the rest of the cloud does not matter. */
final class Request {
  private static final String DEFAULT_PROJECT = "0";

  /** {@code metadata.admin_pass} is the Windows password; no answer shows it. */
  private static final String PASSWORD_KEY = "admin_pass";

  private static final Pattern METADATA_KEY = Pattern.compile("[A-Za-z0-9_:.\\-]{1,255}");

  private Request() {}

  /**
   * Refuses what is wrong by itself.
   *
   * @throws ApiError with the code for it, or HTTP 501 for what is not modelled
   */
  static void check(CreateServersOption asked) {
    Names.check(asked.name(), count(asked));
    Texts.checkDescription(asked.description());
    Texts.checkUserData(asked.userData());
    if (asked.adminPass() != null) {
      Passwords.check("adminPass", asked.adminPass(), "root");
      Passwords.check("adminPass", asked.adminPass(), "administrator");
    }
    metadata(asked).keySet().stream()
        .filter(key -> !METADATA_KEY.matcher(key).matches())
        .findFirst()
        .ifPresent(
            key -> {
              throw new ApiError("Ecs.0005", "'%s' cannot be a metadata key.".formatted(key));
            });
    Termination.check(asked.autoTerminateTime());
    MemberTable.SERVER.check(asked);
    MemberTable.TERMS.check(asked.extendparam());
    MemberTable.ROOT.check(asked.rootVolume());
    MemberTable.DATA.checkEach(asked.dataVolumes());
    MemberTable.NIC.checkEach(asked.nics());
  }

  /**
   * On which terms the servers are ordered, or null if they are paid for by use.
   *
   * @throws ApiError if they cannot be had on any
   */
  static Terms terms(CreateServersOption asked, String door) {
    ServerExtendparam extra = asked.extendparam();
    if (!Terms.arePrepaid(extra)) {
      return null;
    }
    if (door.equals("v1")) {
      throw new ApiError("Ecs.0005", "v1 makes no servers with chargingMode prePaid; v1.1 does.");
    }
    if (asked.autoTerminateTime() != null && !asked.autoTerminateTime().isEmpty()) {
      throw new ApiError(
          "Ecs.0084",
          "auto_terminate_time is %s, chargingMode prePaid.".formatted(asked.autoTerminateTime()));
    }
    if (asked.keyName() != null && !metadata(asked).containsKey("op_svc_userid")) {
      throw new ApiError(
          "Ecs.0005", "key_name and chargingMode prePaid need metadata.op_svc_userid.");
    }
    if (SpotTerms.areAsked(extra)) {
      throw new ApiError(
          "Ecs.0005", "marketType spot and chargingMode prePaid exclude each other.");
    }
    return Terms.of(extra);
  }

  /** How many servers it asks for. */
  static int count(CreateServersOption asked) {
    return asked.count() == null ? 1 : asked.count();
  }

  /** The user's metadata. */
  static Map<String, String> metadata(CreateServersOption asked) {
    var metadata = new LinkedHashMap<String, String>();
    if (asked.metadata() != null) {
      metadata.putAll(asked.metadata());
    }
    metadata.remove(PASSWORD_KEY);
    return metadata;
  }

  /** How one is to get in. */
  static Login login(CreateServersOption asked) {
    boolean windows = asked.metadata() != null && asked.metadata().containsKey(PASSWORD_KEY);
    String userData = asked.userData();
    return new Login(
        asked.keyName(),
        asked.adminPass() != null || windows,
        userData == null || userData.isEmpty() ? null : userData);
  }

  /** Where it is to be put. */
  static Hints hints(CreateServersOption asked) {
    CreateServersSchedulerHints hints = asked.schedulerHints();
    return hints == null
        ? Hints.NONE
        : new Hints(hints.group(), hints.tenancy(), hints.dedicatedHostId());
  }

  /** What it is to have switched on. */
  static Options options(CreateServersOption asked) {
    var security = asked.securityOptions();
    return new Options(
        asked.cpuOptions() == null ? null : asked.cpuOptions().cpuThreads(),
        security == null ? null : security.secureBootEnabled(),
        security == null ? null : security.tpmEnabled(),
        asked.enclaveOptions() == null ? null : asked.enclaveOptions().enabled(),
        asked.serialConsoleOptions() == null ? null : asked.serialConsoleOptions().enabled());
  }

  /** How its guest is to reach its metadata. */
  static MetadataAccess access(CreateServersOption asked) {
    var options = asked.metadataOptions();
    return options == null
        ? MetadataAccess.USUAL
        : MetadataAccess.USUAL.with(options.httpEndpoint(), options.httpTokens());
  }

  /** Whether it is started elsewhere when its host breaks down; null if nobody said. */
  static Boolean recovery(CreateServersOption asked) {
    ServerExtendparam extra = asked.extendparam();
    Object said = extra == null ? null : extra.supportAutoRecovery();
    return said == null ? null : Boolean.valueOf(said.toString());
  }

  /** The enterprise project it is to belong to. */
  static String enterpriseProject(CreateServersOption asked) {
    ServerExtendparam extra = asked.extendparam();
    String id = extra == null ? null : extra.enterpriseProjectId();
    return id == null || id.isEmpty() ? DEFAULT_PROJECT : id;
  }
}
