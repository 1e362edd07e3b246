package io.ecsim.cli;

/** How shells set a variable for the programs they start. */
enum Shell {
  SH {
    @Override
    String none(String name) {
      return "unset " + name;
    }

    @Override
    String line(String name, String value) {
      return "export " + name + "='" + value.replace("'", "'\\''") + "'";
    }
  },
  FISH {
    @Override
    String none(String name) {
      return "set -e " + name;
    }

    @Override
    String line(String name, String value) {
      return "set -gx " + name + " '" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
  },
  POWERSHELL {
    @Override
    String none(String name) {
      return "Remove-Item -ErrorAction Ignore Env:" + name;
    }

    @Override
    String line(String name, String value) {
      return "$env:" + name + " = '" + value.replace("'", "''") + "'";
    }
  };

  /** The line that sets it, whatever the value is. */
  abstract String line(String name, String value);

  /** The line after which it is not set. */
  abstract String none(String name);
}
