import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { loadPolicies, emitPolicies, targetNames } from "@policyc/compiler";
import { execSync } from "node:child_process";
import { loadEngine } from "@policyc/engine";
import { parseAllDocuments } from "yaml";
const root = process.cwd();
const files = execSync("find policies -name policy.ts -not -path '*/node_modules/*'").toString().trim().split("\n");
const collector = new Collector();
const r = loadPolicies({ root, files, collector });
const out = emitPolicies({ collector, deployments: r.map(({ policy, file }) => ({ policy, file, targets: targetNames, deployment: { stage: "enforce", params: policy.params.defaults, excludedNamespaces: [], exemptions: [], minKubernetes: "1.30" } })) });
for (const d of collector.diagnostics) console.log(renderDiagnostic(d, (f) => { try { return readFileSync(f, "utf8") } catch { return undefined } }));
for (const f of out) { mkdirSync(dirname("/tmp/dist/" + f.path), { recursive: true }); writeFileSync("/tmp/dist/" + f.path, f.text); }
const e = await loadEngine();
for (const f of out.filter((f) => f.path.startsWith("vap/") && !f.path.includes("kustom"))) {
  const spec = parseAllDocuments(f.text)[0]!.toJS().spec;
  for (const v of ["1.30", "1.37"]) for (const p of e.compileCel(v, spec).problems) console.log("CEL", f.path, v, JSON.stringify(p));
}
