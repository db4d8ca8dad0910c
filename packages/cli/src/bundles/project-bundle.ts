import { join } from "node:path";
import type { Collector } from "@policyc/diagnostics";
import { contentHash } from "@policyc/engine";
import { policyFiles } from "../project/policy-files.js";
import type { Project } from "../project/project.js";
import type { Session } from "../session.js";
import { ownVersion } from "../version.js";
import type { OpenBundle } from "./bundle.js";
import { freshBundle, keepBundle } from "./bundle-cache.js";
import { compilerStamp } from "./compiler-stamp.js";

export interface BundleWish {
  readonly project: Project;
  /** For people, e.g. `policyc.yaml`. */
  readonly source: string;
  readonly session: Session;
  readonly collector: Collector;
}

/**
 * The policies of a project as its configuration deploys them. They are compiled when something has changed: a warm
 * run loads neither TypeScript nor the engine. `undefined` where something was reported instead.
 */
export async function openProjectBundle(wish: BundleWish): Promise<OpenBundle | undefined> {
  const { project, source, collector } = wish;
  const files = await policyFiles(project, collector);
  if (collector.hasErrors) return undefined;
  const name = bundleName(wish, files);
  const cached = freshBundle(name) ?? (await compiled(wish, files, name));
  if (cached === undefined) return undefined;
  const { bundle, javascript } = cached;
  return {
    source,
    isLibrary: false,
    policies: bundle.policies,
    isCompiled: false,
    javascript: async () => javascript,
    wasm: async () => {
      const { compileShared } = await import("@policyc/testing");
      return compileShared(bundle.policies.map(({ gatekeeper }) => gatekeeper));
    },
  };
}

/** Everything that decides what becomes of the same files. An exemption ends with its day. */
function bundleName({ project, session }: BundleWish, files: readonly string[]): string {
  const configuration = JSON.stringify(project.layers);
  const day = configuration.includes('"exemptions"') ? session.today : "";
  return contentHash("bundle-3", ownVersion(), compilerStamp(), project.root, configuration, day, ...files);
}

async function compiled(
  { project, session, collector }: BundleWish,
  files: readonly string[],
  name: string,
): Promise<ReturnType<typeof freshBundle>> {
  const { progress } = session;
  progress.step("compile the policies");
  const [{ loadPolicies }, { planDeployments }, { makeBundle }, { bundlePolicies }] = await Promise.all([
    import("@policyc/compiler"),
    import("../project/deployments.js"),
    import("./make-bundle.js"),
    import("@policyc/testing"),
  ]);
  const inputs: string[] = [];
  const policies = loadPolicies({
    root: project.root,
    files,
    collector,
    onProgress: progress.at,
    onInputs: (read) => inputs.push(...read),
  });
  const planned = planDeployments({ project, policies, flags: {}, today: session.today, collector });
  if (collector.hasErrors) return undefined;
  const bundle = makeBundle(planned, collector);
  if (collector.hasErrors) return undefined;
  const { text } = await bundlePolicies(planned.map(({ file }) => join(project.root, file)));
  const javascript = keepBundle({ name, bundle, javascript: text, inputs });
  return { bundle, javascript };
}
