package io.ecsim.control;

import io.ecsim.api.Call;
import io.ecsim.api.control.Lifecycle;
import io.ecsim.api.control.LifecycleEdge;
import io.ecsim.api.control.LifecycleFailure;
import io.ecsim.api.control.LifecycleList;
import io.ecsim.api.control.LifecycleStatus;
import io.ecsim.api.control.LifecycleStep;
import io.ecsim.api.control.LifecyclesApi;
import io.ecsim.chart.Kind;
import io.ecsim.chart.Row;
import io.ecsim.sim.Status;
import java.util.List;

/** Shows the tables: what can happen to what, how it is refused, how it fails. */
final class LifecyclesControl implements LifecyclesApi {
  private final Exhibits exhibits;

  LifecyclesControl(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  @Override
  public LifecycleList listLifecycles(Call call) {
    return new LifecycleList(
        exhibits.all().stream().map(exhibit -> show(exhibit.lifecycle())).toList());
  }

  @Override
  public Lifecycle showLifecycle(Call call, String type) {
    return show(exhibits.require(type).lifecycle());
  }

  private static Lifecycle show(io.ecsim.sim.Lifecycle<?, ?> table) {
    List<Row> rows = Row.of(table);
    return new Lifecycle(
        rows.stream().map(LifecyclesControl::show).toList(),
        table.statuses().stream().map(status -> show(table, rows, status)).toList(),
        table.type());
  }

  private static LifecycleStatus show(
      io.ecsim.sim.Lifecycle<?, ?> table, List<Row> rows, Status status) {
    return new LifecycleStatus(
        rows.stream().filter(row -> row.from().contains(status.label())).map(Row::edge).toList(),
        Kind.of(table, status).word(),
        status.label());
  }

  private static LifecycleEdge show(Row row) {
    return LifecycleEdge.builder()
        .edge(row.edge())
        .creates(row.creates())
        .beside(row.beside())
        .interrupts(row.interrupts())
        .from(row.from())
        .doors(row.doors().isEmpty() ? null : row.doors())
        .steps(steps(row.steps()))
        .to(row.to())
        .failures(
            row.failures().stream()
                .map(
                    way ->
                        new LifecycleFailure(
                            way.code(), way.sometimes(), steps(way.steps()), way.to()))
                .toList())
        .refusal(row.refusal())
        .refusals(row.refusals())
        .guards(row.guards())
        .build();
  }

  private static List<LifecycleStep> steps(List<Row.Stretch> steps) {
    return steps.stream()
        .map(
            step -> new LifecycleStep(step.seconds(), step.sometimes(), step.status(), step.task()))
        .toList();
  }
}
