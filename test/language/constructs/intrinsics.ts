import type { Construct } from "./construct.js";

/** Functions of the SDK. */
export const intrinsics: readonly Construct[] = [
  {
    says: "numbers are read from text",
    body: `for (const t of ["7", "-1.5", "x", "", "007", "1e3"]) { const n = parseNumber(t); if (n === undefined) yield violation(\`\${t} none\`); else if (n > 0) yield violation(\`\${t} \${Math.round(n) + 1}\`); else yield violation(\`\${n}\`); }`,
  },
  {
    says: "whole numbers are read from text, and computed with",
    body: `for (const t of ["7", "-15", "1.5", "x", "", "007", object.metadata.name]) { const n = parseInteger(t); if (n === undefined) yield violation(\`\${t} none\`); else if (n > 0) yield violation(\`\${t} \${n * 1000000 + 1} \${n % 3}\`); else yield violation(\`\${n}\`); }`,
  },
  {
    says: "parts of a version are whole numbers",
    module: `function minor(version: string): number { const [major = "", rest = ""] = version.split("."); return (parseInteger(major) ?? 0) * 1000 + (parseInteger(rest) ?? 0); }`,
    body: `for (const c of object.spec.containers) { const [, tag = ""] = (c.image ?? "").split(":"); if (minor(tag) >= 1005) yield violation(\`\${c.name} \${minor(tag)}\`); else if (minor("1.30") < 1031) yield violation("old"); }`,
  },
  {
    says: "a number that a text does not say has a whole fallback",
    body: "for (const c of object.spec.containers) { const n = parseNumber((c.image ?? '').slice(-1)) ?? 100; if (n > 5) yield violation(`${c.name} ${n}`); }",
  },
  {
    says: "known patterns, with wildcards at their ends, inside and not at all, asked of any and of all",
    module: `const exact = ["a", "main"]; const mixed = ["b", "m*", "*x", "*ai*", "n?inx*", "*"]; const none: readonly string[] = [];`,
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; if (exact.some((p) => globMatches(p, c.name))) yield violation(\`\${c.name} is exact\`); if (["b", "*x", "*ai*"].some((p) => globMatches(p, c.name))) yield violation(\`\${c.name} is any\`); if (["b", "m*", "n?inx*"].some((p) => globMatches(p, c.name) )) yield violation(\`\${c.name} is mixed\`); if (["*inx", "b"].every((p) => !globMatches(p, image))) yield violation(\`\${c.name} has another image\`); if (!mixed.some((p) => globMatches(p, image))) yield violation("never"); if (none.some((p) => globMatches(p, image)) || none.every((p) => !globMatches(p, image))) yield violation("nothing"); if (exact.every((p) => globMatches(p, c.name))) yield violation("all"); if (params.names.some((p) => globMatches(p, c.name))) yield violation(\`\${c.name} is given\`); if (params.names.every((p) => !globMatches(p, (c.args ?? []).join()))) yield violation(\`\${c.name} has other arguments\`); if (exact.some((p) => globMatches(p, p) && p === c.name)) yield violation(\`\${c.name} itself\`); }`,
    paramsType: "interface Params { names: string[] }",
    params: { names: ["a*", "b", "c?", "a.b"] },
  },
  {
    says: "a parameter's text is cut and read",
    body: "const minor = parseInteger(params.version.slice(3)) ?? 100; if (minor < 20) yield violation(`old ${minor}`); if ((parseNumber(params.version) ?? 7) > 6) yield violation('none');",
    paramsType: "interface Params { version: string }",
    params: { version: "v1.19" },
  },
  {
    says: "semantic versions compare",
    body: `for (const [a, b] of [["1.29.0-rc.1", "1.29.0"], ["1.9.0", "1.10.0"], ["2.0.0", "2.0.0+build"], ["1.0.0-alpha.1", "1.0.0-alpha.beta"]] as const) yield violation(\`\${a} \${b} \${compareSemver(a, b)}\`); for (const v of ["1.2.3", "v1.2.3", "1.2", "01.2.3", object.metadata.name]) if (isSemver(v)) yield violation(v);`,
    minKubernetes: "1.34",
  },
  {
    says: "addresses and ranges",
    body: `for (const a of ["10.0.0.1", "10.0.0.1/8", "::1", "fe80::/10", "256.1.1.1", "::ffff:1.2.3.4", "01.2.3.4", "", object.metadata.name]) { if (isIp(a)) yield violation(\`ip \${a}\`); if (isCidr(a)) yield violation(\`cidr \${a}\`); if (cidrContains("10.0.0.0/8", a)) yield violation(\`ten \${a}\`); if (cidrContains("::/0", a)) yield violation(\`six \${a}\`); }`,
    minKubernetes: "1.31",
  },
  {
    says: "image references come apart",
    body: `for (const i of ["nginx", "ghcr.io/org/app:1@sha256:abc", "localhost:5000/x", object.spec.containers[0]?.image ?? "a/b:c"]) yield violation(\`\${imageRegistry(i)} \${imageRepository(i)} \${imageTag(i) ?? "-"} \${imageDigest(i) ?? "-"}\`);`,
  },
  {
    says: "label selectors select",
    body: `const labels = object.metadata.labels ?? {}; if (matchesSelector({ matchLabels: { app: "x" } }, labels)) yield violation("app"); if (matchesSelector({ matchExpressions: [{ key: "a", operator: "NotIn", values: ["é"] }] }, labels)) yield violation("not é"); if (matchesSelector({}, labels)) yield violation("all");`,
  },
  {
    says: "quantities in thousandths are computed with",
    body: `for (const q of ["1500m", "0.7", "2100m", "1Gi", "1.5Gi", "100u", "600u", "-1.5", "3e3", "250k", "0", "7"]) yield violation(\`\${q} \${milliValue(q)}\`); if (milliValue("2100m") > 3 * milliValue("700m")) yield violation("more"); else yield violation("not more");`,
  },
  {
    says: "the quantities of an object in thousandths",
    body: "for (const c of object.spec.containers) { const cpu = c.resources?.limits?.['cpu'] ?? '1'; if (isQuantity(cpu) && milliValue(cpu) * 2 >= 1000) yield violation(`${c.name} ${Math.round(milliValue(cpu) / 4)}`); }",
  },
  {
    says: "what is no quantity counts as 0",
    body: `const texts = ["", "m", "1e3m", "1e3", "1E", "1Ee", "1e1234", ".5", "-1", "1 ", ...object.spec.containers.map((c) => c.image ?? "2")]; for (const a of texts) { if (isQuantity(a) && compareQuantities(a, "500m") > 0) yield violation(\`<\${a}> is much\`); for (const b of texts) if (compareQuantities(a, b) > 0 && (a === "" || b === "" || a === "1e3")) yield violation(\`<\${a}> <\${b}>\`); if (compareQuantities(a, "0") <= 0) yield violation(\`<\${a}> is 0\`); } for (const c of object.spec.containers) { const asked = object.metadata.labels?.["app"] ?? "1"; if (milliValue(asked) < 500 || compareQuantities(c.resources?.limits?.["cpu"] ?? "0", c.name) > 0) yield violation(c.name); for (const [name, limit] of Object.entries(c.resources?.limits ?? {})) if (compareQuantities(limit, name) > 0) yield violation(\`\${name} \${limit}\`); }`,
  },
  {
    says: "quantities of a table that is known, by a key that is not",
    paramsType:
      "interface Params { most: { [resource: string]: string }; odd: { [resource: string]: string } }",
    params: { most: { cpu: "400m", memory: "2Gi" }, odd: { cpu: "lots", memory: "1Mi" } },
    module: `const least: { [resource: string]: string } = { cpu: "1", memory: "1500Mi" };`,
    body: `for (const c of object.spec.containers) for (const [resource, quantity] of Object.entries(c.resources?.limits ?? {})) { const most = params.most[resource]; if (most !== undefined && milliValue(quantity) > milliValue(most)) yield violation(\`\${c.name}: \${quantity} is over \${most}\`); const low = least[resource]; if (low !== undefined && compareQuantities(quantity, low) < 0) yield violation(\`\${c.name}: \${quantity} is under \${low}\`); const odd = params.odd[resource]; if (odd !== undefined && compareQuantities(quantity, odd) > 0) yield violation(\`\${c.name}: \${quantity} is over what is odd\`); }`,
  },
];
