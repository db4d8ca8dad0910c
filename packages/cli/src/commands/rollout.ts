import { Collector } from "@policyc/diagnostics";
import type { BundledPolicy } from "../bundles/bundle.js";
import { type BundleChoice, openBundle } from "../bundles/open.js";
import { selectPolicies } from "../check/select.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import { renderRollout, renderRolloutJson } from "../reporters/rollout.js";
import { inOrder, type RolloutKey } from "../rollout/order.js";
import type { Session } from "../session.js";

export interface RolloutOptions extends Pick<BundleChoice, "config" | "library"> {
  readonly packs?: readonly string[];
  /** Absent: by effect against effort. */
  readonly sort?: RolloutKey;
  readonly json?: boolean;
}

/** `policyc rollout`: the policies in the order in which to adopt them. */
export async function rollout(options: RolloutOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const policies = await policiesOf(options, session, collector);
  session.progress.end();
  sayDiagnostics(collector, session.cwd, session);
  if (collector.hasErrors) return exitCode.wrongInput;
  const ordered = inOrder(policies, options.sort);
  session.print(options.json === true ? renderRolloutJson(ordered) : renderRollout(ordered, session));
  return exitCode.fine;
}

async function policiesOf(
  options: RolloutOptions,
  session: Session,
  collector: Collector,
): Promise<readonly BundledPolicy[]> {
  const bundle = await openBundle(options, session, collector);
  return selectPolicies(bundle?.policies ?? [], options, collector);
}
