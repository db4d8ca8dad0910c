import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { readFileSync } from "node:fs";
import { lowerPolicies } from "/work/mine/packages/compiler/src/frontend/index.js";
import { regoPasses, runPasses } from "/work/mine/packages/compiler/src/passes/index.js";
import { toRego } from "/work/mine/packages/compiler/src/backends/rego/index.js";
import { execSync } from "node:child_process";
import { loadEngine } from "@policyc/engine";
const files = process.argv.slice(2).length ? process.argv.slice(2) : execSync("find /work/mine/policies -name policy.ts -not -path '*/node_modules/*'").toString().trim().split("\n");
const collector = new Collector();
const r = lowerPolicies({ root: "/work/mine", files, collector });
for (const d of collector.diagnostics) console.log(renderDiagnostic(d, (f) => readFileSync("/work/mine/" + f, "utf8")));
console.time("engine"); const e = await loadEngine(); console.timeEnd("engine");
for (const p of r) {
  const text = toRego(runPasses(p.policy, regoPasses));
  console.log("=======", p.file); console.log(text);
  const modules = [{ path: "policy.rego", text }];
  try { for (const x of e.checkRego(modules)) console.log("CHECK", JSON.stringify(x)); 
  const f = e.formatRego(text); if (f !== text) console.log("FMT DIFFERS\n" + f);
  console.time("wasm"); e.compileRego(modules, [p.policy.constraintKind.toLowerCase() + "/violation"]); console.timeEnd("wasm"); } catch (err) { console.log("ERR", String(err).slice(0, 400)); }
}
