/** What the process answers: scripts and CI rely on it. */
export const exitCode = {
  /** Nothing to complain about. */
  fine: 0,
  /** Violations, failed tests, or files that `--check` would change. */
  failed: 1,
  /** Wrong input: flags, configuration, policies or suites; also a defect of policyc. */
  wrongInput: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
