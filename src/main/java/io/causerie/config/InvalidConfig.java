package io.causerie.config;

import java.util.List;

/** The settings cannot be used; says everything that is wrong with them, never their values. */
public final class InvalidConfig extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** One setting, and what is wrong with it. */
  public record ConfigProblem(String name, String detail) {
    @Override
    public String toString() {
      return name + " " + detail;
    }
  }

  private final transient List<ConfigProblem> problems;

  public InvalidConfig(List<ConfigProblem> problems) {
    super(String.join("\n", problems.stream().map(ConfigProblem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  List<ConfigProblem> problems() {
    return problems;
  }
}
