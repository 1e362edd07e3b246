package io.ecsim.terraform.plan;

import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What will be. A resource may add to it what its table cannot say. */
public final class Plan {
  private final Proposal proposal;
  private final Map<String, Object> planned;
  private final List<Path> replacing = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean lenient;

  Plan(Proposal proposal, Map<String, Object> planned) {
    this.proposal = proposal;
    this.planned = planned;
  }

  /** Whether there is nothing yet. */
  public boolean creates() {
    return proposal.creates();
  }

  /** What is. */
  public Values prior() {
    return proposal.prior();
  }

  /** What is written. */
  public Values config() {
    return proposal.config();
  }

  /** What will be, so far. */
  public Values planned() {
    return new Values(planned);
  }

  /** Whether this argument is going to change. */
  public boolean changes(String name) {
    return !Objects.equals(prior().get(name), planned.get(name));
  }

  /** What this attribute will be is known only afterwards. To be said of computed ones only. */
  public void unknown(String name) {
    planned.put(name, Unknown.UNKNOWN);
  }

  /** This attribute will be so. To be said of computed ones only. */
  public void known(String name, Object value) {
    planned.put(name, value);
  }

  /** Keeps what is, whatever is written. */
  public void keep(String name) {
    planned.put(name, prior().get(name));
  }

  /** A change here needs a new object. */
  public void replaces(Path path) {
    replacing.add(path);
  }

  /** This plan cannot be carried out. */
  public void refuse(Problem problem) {
    problems.add(problem);
  }

  /** Where changes need a new object. */
  public List<Path> replacing() {
    return List.copyOf(replacing);
  }

  /** Why it cannot be carried out; none if it can. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Whether it says more, or less, than is written; Terraform has to be told. */
  public boolean isLenient() {
    return lenient;
  }

  void lenient() {
    lenient = true;
  }

  /** Nothing will be done. */
  void settle() {
    planned.clear();
    planned.putAll(prior().members());
    replacing.clear();
  }
}
