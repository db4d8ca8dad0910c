import { readFileSync } from "node:fs"; import { execSync } from "node:child_process";
import Ajv from "ajv"; import { parseAllDocuments } from "yaml";
import { schemaFor, kubernetesApi } from "../kinds/src/index.js";
const ajv = new (Ajv as any).default({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, formats: { int32: true, int64: true, double: true, byte: true, "date-time": true } });
for (const k of ["x-kubernetes-int-or-string","x-kubernetes-preserve-unknown-fields"]) ajv.addKeyword(k);
const cache = new Map<string, any>(); const seen = new Map<string, number>(); let n = 0;
for (const k of kubernetesApi().kinds) ajv.compile(schemaFor(k.group,k.version,k.kind)!);
const files = execSync("find /work/shared/upstream -name '*.yaml' | head -4000", { maxBuffer: 1e8 }).toString().trim().split("\n");
const drop = (v: any): any => Array.isArray(v) ? v.map(drop) : v && typeof v === "object" ? Object.fromEntries(Object.entries(v).filter(([, x]) => x !== null).map(([k, x]) => [k, drop(x)])) : v;
for (const f of files) { let docs: any[] = []; try { docs = (parseAllDocuments(readFileSync(f, "utf8")) as any[]).map((d) => d.toJS()); } catch { continue; }
  for (const o of docs) { if (!o?.apiVersion || !o?.kind) continue; const [a, b] = String(o.apiVersion).split("/"); const key = `${o.apiVersion} ${o.kind}`;
    if (!cache.has(key)) { const s = schemaFor(b ? a! : "", b ?? a!, o.kind); cache.set(key, s && ajv.compile(s)); }
    const v = cache.get(key); if (!v) continue; n++; if (!v(drop(o))) for (const e of v.errors) { const m = `${o.kind} ${e.instancePath.replace(/\d+/g, "N")} ${e.message} ${e.params.additionalProperty ?? ""}`; seen.set(m, (seen.get(m) ?? 0) + 1); } } }
console.log(n, "objects"); for (const [m, c] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log(c, m);
