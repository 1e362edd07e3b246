package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.control.CreateWorld;
import io.ecsim.api.control.Deleted;
import io.ecsim.api.control.World;
import io.ecsim.api.control.WorldList;
import io.ecsim.api.control.WorldPort;
import io.ecsim.api.control.WorldsApi;
import io.ecsim.sim.State;
import io.ecsim.sim.Worlds;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Makes, forks, resets and forgets worlds. */
final class WorldsControl implements WorldsApi {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Worlds worlds;
  private final ToIntFunction<String> ports;

  WorldsControl(Worlds worlds, ToIntFunction<String> ports) {
    this.worlds = worlds;
    this.ports = ports;
  }

  @Override
  public WorldList listWorlds(Call call) {
    return new WorldList(worlds.all().stream().map(WorldsControl::show).toList());
  }

  @Override
  public World createWorld(Call call, CreateWorld body) {
    check(body.name());
    io.ecsim.sim.World from = body.from() == null ? null : require(body.from());
    io.ecsim.sim.World made = worlds.make(body.name(), from);
    if (made == null) {
      throw new ApiError(409, "exists", "There is a world \"%s\" already.".formatted(body.name()))
          .hinting("POST /_ecsim/worlds/%s/reset makes it as new.".formatted(body.name()));
    }
    return show(made);
  }

  @Override
  public Deleted deleteWorld(Call call, String world) {
    require(world);
    worlds.remove(world);
    return new Deleted(1);
  }

  @Override
  public World resetWorld(Call call, String name) {
    io.ecsim.sim.World world = require(name);
    world.reset();
    return show(world);
  }

  @Override
  public WorldPort openWorldPort(Call call, String world) {
    check(world);
    return new WorldPort(ports.applyAsInt(world));
  }

  private static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ApiError(400, "invalid", "name is \"%s\".".formatted(name))
          .hinting("Up to 64 letters, digits, dots, dashes, underscores.");
    }
  }

  private io.ecsim.sim.World require(String name) {
    io.ecsim.sim.World world = worlds.find(name);
    if (world == null) {
      throw new ApiError(404, "unknownWorld", "There is no world \"%s\".".formatted(name))
          .hinting(
              Nearest.hint(name, worlds.all().stream().map(io.ecsim.sim.World::name).toList()));
    }
    return world;
  }

  private static World show(io.ecsim.sim.World world) {
    State state = world.read();
    return World.builder()
        .name(world.name())
        .clock(Pace.inOneWord(state.clock()))
        .now(Times.iso(world.now()))
        .resources(state.shelves().values().stream().mapToInt(shelf -> shelf.size()).sum())
        .faults(state.faults().size())
        .build();
  }
}
