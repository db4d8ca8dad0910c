import type { Construct } from "./construct.js";

export const absence: readonly Construct[] = [
  {
    says: "what is there beside a text that is not empty is compared with another text",
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; const kept = image !== "" ? c.name : undefined; if (kept === "a" || kept === "c") yield violation(\`\${c.name} runs \${image}\`); const own = image !== "" ? image : undefined; if (own === "nginx:1") yield violation(\`\${c.name} runs one\`); }`,
  },
  {
    says: "a chain that goes on from one of two lists or texts",
    body: 'for (const c of object.spec.containers) { if ((c.command ?? c.args)?.some((arg) => arg === "a")) yield violation(c.name); const args = (c.stdin ? c.command : c.args)?.map((arg) => `${arg}!`) ?? []; yield violation(`${c.name} ${args.join()}`); for (const arg of (c.command ?? c.args)?.filter((one) => one !== "") ?? []) yield violation(`${c.name} ${arg}`); if ((object.metadata.labels?.[c.name] ?? c.image)?.startsWith("n")) yield violation(`${c.name} n`); }',
  },
  {
    says: "a parameter that was not given is the message where a test has shown it",
    paramsType: "interface Params { note?: string; hint?: string }",
    params: { hint: "pin the image" },
    body: `if (params.note !== undefined) yield violation(params.note); for (const c of object.spec.containers) { if (c.image === undefined && params.hint !== undefined) yield violation(params.hint); if (params.note === undefined) continue; yield violation(params.note); }`,
  },
  {
    says: "a fallback for what is computed, and so is there",
    body: `const counts = object.spec.containers.map((c) => (c.ports ?? []).length ?? c.securityContext?.runAsUser); if (counts.some((count) => count)) yield violation("ports"); for (const c of object.spec.containers) { const name = c.name.toUpperCase() ?? c.image; if (name) yield violation(name); }`,
  },
  {
    says: "a choice by a flag that is known, of which one side may be absent",
    module: `const strict = true;
const pick = (all: boolean, c: { args?: string[]; command?: string[] }): string[] | undefined => (all ? (c.args ?? []) : c.command);`,
    body: `for (const c of object.spec.containers) { const own = strict ? (c.args ?? []) : c.command; if (own) yield violation(\`own \${c.name}\`); const picked = pick(true, c); if (picked) yield violation(\`picked \${c.name}\`); if (picked === undefined) yield violation("never"); const image = strict ? (c.image ?? "") : undefined; if (image !== undefined) yield violation(\`image \${c.name} \${image}\`); for (const all of [true]) { const found = all ? (c.ports ?? []) : undefined; if (found) yield violation(\`found \${c.name} \${found.length}\`); } }`,
  },
  {
    says: "an object, or `false` or an empty text in its place",
    body: `for (const c of object.spec.containers) { if (c.securityContext ?? false) yield violation(\`context \${c.name}\`); if (!(c.ports ?? false)) yield violation(\`no ports \${c.name}\`); const args = c.args ?? ""; if (args) yield violation(\`args \${c.name}\`); const labels = object.metadata.labels ?? 0; if (!labels) yield violation("no labels"); } const odd = object.spec.containers.filter((c) => c.ports?.map((p) => p.containerPort) ?? false).map((c) => c.name); if (odd.length > 0) yield violation(odd.join(",")); if (object.spec.securityContext ? object.spec.securityContext : false) yield violation("pod");`,
  },
  {
    says: "`?.` behind a test that has shown it there",
    body: `const context = object.spec.securityContext; if (context !== undefined && context?.runAsUser === 0) yield violation(\`\${context?.runAsUser}\`); for (const c of object.spec.containers) { if (c.securityContext !== undefined && c.securityContext?.runAsUser !== undefined) yield violation(\`\${c.name} \${c.securityContext?.runAsUser}\`); const found = object.spec.containers.find((one) => one.name === c.image); if (found !== undefined) yield violation(\`\${found?.name} \${found?.image ?? ""}\`); }`,
  },
  {
    says: "a flag that may be absent, or false",
    module: `function* named(pinned: boolean, object: { metadata: { name: string } }) { if (pinned && object.metadata.name === "demo") yield violation("pinned"); if (!pinned) yield violation("not"); }`,
    body: `yield* named(object.spec.hostNetwork || false, object); const on = object.spec.hostPID || false; if (on && object.spec.containers.length > 1) yield violation("on"); for (const c of object.spec.containers) { const root = c.securityContext?.privileged || false; if (root && c.name !== "") yield violation(c.name); }`,
  },
  {
    says: "what is there by its loop is said to be",
    minKubernetes: "1.35",
    body: `const { containers, initContainers = [] } = object.spec; for (let i = 0; i < containers.length; i++) { const c = containers[i]!; yield violation(\`\${i} \${c.name} \${c.image ?? "none"}\`); } for (let i = 0; i < initContainers.length; i++) { const { name, image = "none" } = initContainers[i]!; if (initContainers[i]!.stdin) continue; yield violation(\`\${name} \${image}\`); } for (let i = containers.length - 1; i >= 0; i--) { const last = containers[i]!; if (last.image) { yield violation(\`last \${last.name}\`); break; } }`,
  },
  {
    says: "what is there by a test before it is said to be",
    minKubernetes: "1.33",
    body: `const { labels = {}, annotations } = object.metadata; const images = new Map(object.spec.containers.map((c) => [c.name, c.image ?? "none"] as const)); for (const c of object.spec.initContainers ?? []) { if (!images.has(c.name)) continue; yield violation(\`\${c.name} \${images.get(c.name)!}\`); } if (images.get("a") !== undefined && images.get("a")!.includes("x")) yield violation(images.get("a")!); for (const key of ["a", "app"]) if (key in labels) yield violation(\`\${labels[key]!.includes("x")} \${labels[key]!}\`); if (annotations && Object.hasOwn(annotations, "a") && annotations["a"]!.startsWith("x")) yield violation(annotations["a"]!);`,
  },
  {
    says: "what is there by a comparison of what stands in for it",
    minKubernetes: "1.33",
    body: `const { terminationGracePeriodSeconds: grace, activeDeadlineSeconds: deadline } = object.spec; if ((grace ?? 0) > 5) yield violation(\`grace \${grace}\`); const limit = deadline ?? 60; if (limit < 60) yield violation(\`deadline \${deadline}\`); const long = (grace ?? 30) !== 30; if (long && 1 <= (grace ?? 0)) yield violation(\`long \${grace}\`); for (const c of object.spec.containers) { if ((c.image ?? "").includes("/")) yield violation(\`\${c.name} \${c.image}\`); if ((c.image ?? "").length === 0) continue; if (!(c.ports ?? []).some((p) => p.hostPort)) continue; yield violation(\`\${c.image} \${c.ports!.length}\`); } const app = object.metadata.labels?.["app"]; if (!(app ?? "none").startsWith("n")) yield violation(\`app \${app}\`); if (object.spec.hostNetwork ?? false) yield violation(\`\${object.spec.hostNetwork}\`); if (!object.metadata.name.startsWith(app ?? "")) yield violation(\`not \${app}\`);`,
  },
  {
    says: "what is there as it differs from what is not",
    body: `const { terminationGracePeriodSeconds: grace, activeDeadlineSeconds: deadline } = object.spec; if (grace === deadline) return; if (deadline === undefined) yield violation(\`grace \${grace}\`); else yield violation(grace === undefined ? \`deadline \${deadline}\` : \`\${grace} \${deadline}\`); for (const c of object.spec.containers) { const [tag, app] = [c.image, object.metadata.labels?.["app"]]; if (app === undefined && tag !== app) yield violation(\`\${c.name} \${tag}\`); }`,
  },
  {
    says: "the value of an object's own key is said to be there",
    minKubernetes: "1.35",
    body: `const { labels = {}, annotations = {} } = object.metadata; for (const key of Object.keys(labels)) if (labels[key]!.includes("x")) yield violation(\`label \${key}=\${labels[key]!}\`); for (const key in annotations) yield violation(\`annotation \${annotations[key]!.trim()}\`); if (Object.keys(labels).some((key) => labels[key]! === annotations[key])) yield violation("both"); const long = Object.keys(labels).filter((key) => labels[key]! !== "").map((key) => labels[key]!).sort(); yield violation(long.join()); const counts: Record<string, number> = {}; for (const c of object.spec.containers) counts[c.image ?? "none"] = (counts[c.image ?? "none"] ?? 0) + 1; for (const image of Object.keys(counts).sort()) if (counts[image]! > 1) yield violation(\`\${image} \${counts[image]!}\`);`,
  },
  {
    says: "the ends of a text that is split are said to be there",
    minKubernetes: "1.35",
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; const path = image.split("/"); const [name = "", ...tags] = path.at(-1)!.split(":"); yield violation(\`\${image.split("@")[0]!} \${image.split(":").pop()!} \${image.split("/").shift()!} \${path[path.length - 1]!} \${name} \${tags.length} \${image.split("/", 2)[0]!}\`); }`,
  },
  {
    says: "an element whose position was found is said to be there",
    minKubernetes: "1.33",
    body: `const all = object.spec.containers; const names = all.map((c) => c.name); const root = all.findIndex((c) => c.securityContext?.runAsUser === 0); if (root !== -1) { const { name, image = "none" } = all[root]!; yield violation(\`\${name} \${image}\`); } const at = names.indexOf("b"); if (at < 0) yield violation("no b"); else yield violation(names[at]!); const last = names.lastIndexOf("a"); if (-1 < last && names[last]! === "a") yield violation("a");`,
  },
  {
    says: "the ends of a list that has something in it are said to be there",
    minKubernetes: "1.33",
    body: `const names = (object.spec.initContainers ?? []).map((c) => c.name); if (names.length > 0) { yield violation(\`\${names[0]!} \${names.at(-1)!} \${names[names.length - 1]!}\`); if (!names[0]!.startsWith("a")) yield violation("first"); } if (names.length === 0) return; const first = names.at(0)!; yield violation(\`\${first.startsWith("a")} \${object.metadata.name!}\`);`,
  },
  {
    says: "a helper's parameter is called as what is found is",
    module: `
const pick = (found: string, c: Container): string => c.image ?? found;
function say(found: string | undefined, last: string, c: Container): string { const value = found ?? c.image ?? last; return c.workingDir ?? value; }
const argument = (found: string, c: Container): string | undefined => c.args?.find((one) => one.startsWith(found));
function judged(c: Container): { pass: boolean; text: string } { const found = c.image; const said = (text: string): string => c.workingDir ?? \`\${c.name} \${text}\`; return { pass: found !== undefined, text: said(\`is \${found ?? "bare"}\`) }; }`,
    body: `
for (const c of object.spec.containers) {
  const found = c.name;
  yield violation(\`\${pick(found, c)} \${say(c.workingDir, found, c)} \${argument(found.slice(0, 1), c) ?? "none"}\`);
  const { pass, text } = judged(c);
  if (!pass) yield violation(text);
}`,
  },
  {
    says: "a name for what may be absent is read below it, where something must be found, where nothing may, and in a message",
    body: `const context = object.spec.securityContext; if (context?.runAsUser !== undefined && context.runAsUser > 100) yield violation(\`user \${context.runAsUser}\`); if (context?.runAsNonRoot === true && context.runAsUser === undefined) yield violation("no user"); if (context?.runAsNonRoot !== true && context?.runAsUser !== 0) yield violation(\`root \${context?.runAsUser ?? "none"}\`); const unread = context?.fsGroup; const labels = object.metadata.labels ?? {}; if (labels["app"] !== undefined && labels["app"] !== labels["team"]) yield violation(\`app \${labels["app"]} \${unread === undefined ? "" : "group"}\`); if (labels["app"] === labels["team"]) yield violation("same"); for (const c of object.spec.containers) { const own = c.securityContext; for (const added of own?.capabilities?.add ?? []) if (own?.privileged !== true) yield violation(\`\${c.name} adds \${added} \${own?.runAsUser ?? 0}\`); }`,
  },
  {
    says: "functions that find nothing: asked for, compared, given on, and with something in its place",
    module: `function tagOf(image: string): string | undefined { return image.split(":")[1]; }
function versionOf(image: string): string | undefined { const tag = tagOf(image); if (tag === undefined) return undefined; if (tag.startsWith("1")) return tag; return tag === "latest" ? "new" : undefined; }
function shortOf(image: string): string | undefined { return image.includes("/") ? undefined : image; }
function portOf(image: string): number | undefined { return parseInteger(image.split(":")[1] ?? ""); }
function flagOf(c: Container): boolean | undefined { return c.name === "a" ? c.securityContext?.privileged : undefined; }`,
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; const tag = tagOf(image); if (tag === undefined) yield violation(\`\${c.name} has no tag\`); else yield violation(\`\${c.name} \${tag}\`); if (versionOf(image) === undefined) yield violation(\`\${c.name} has no version\`); if (versionOf(image) === "new") yield violation(\`\${c.name} is new\`); if (!object.spec.containers.every((other) => versionOf(other.image ?? "") === undefined)) yield violation("one has a version"); if (!object.spec.containers.some((other) => shortOf(other.image ?? "") !== undefined)) yield violation("none is short"); const short = shortOf(image); if (short !== undefined && short !== c.name) yield violation(\`\${c.name} is short: \${short}\`); const port = portOf(image); if (port !== undefined && port < 80) yield violation(\`\${c.name} below\`); if (port === undefined) yield violation(\`\${c.name} has no number\`); if (port === 80) yield violation(\`\${c.name} is at 80\`); if (flagOf(c) !== undefined) yield violation(\`\${c.name} says it\`); if (flagOf(c) === undefined) yield violation(\`\${c.name} does not say it\`); }`,
  },
  {
    says: "functions that find nothing, whose readers need to know",
    module: `function tagOf(image: string): string | undefined { return image.split(":")[1]; }
function hostOf(image: string): string | undefined { return image.includes("/") ? image.split("/")[0] : undefined; }`,
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; if (tagOf(image) !== "latest") yield violation(\`\${c.name} is not the latest\`); if (hostOf(image) === tagOf(image)) yield violation(\`\${c.name} has neither\`); const host = hostOf(image) ?? "docker.io"; yield violation(\`\${c.name} \${host} \${tagOf(image) ?? "none"}\`); if (!object.spec.containers.every((other) => hostOf(other.image ?? "") !== "b")) yield violation("b"); }`,
  },
  {
    says: "a number in place of a text that says none, in a loop and behind a name",
    module: `interface Port { name: string; most: number; names: readonly string[] }
const ports: readonly Port[] = [{ name: "web", most: 80, names: ["a", "main"] }, { name: "tls", most: 443, names: [] }];
function isBelow(text: string, most: number): boolean { const port = parseInteger(text); return port !== undefined && port < most; }
function isNot(text: string, most: number): boolean { const port = parseInteger(text.split(":")[1] ?? ""); return port === undefined || port > most; }`,
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; const digit = parseInteger(image.slice(-1)) ?? c.name.length; yield violation(\`\${c.name} \${digit} \${parseInteger(c.name) ?? 0}\`); for (const { name, most, names } of ports) { if (isBelow(image.split(":")[1] ?? "", most)) yield violation(\`\${c.name} is below \${name}\`); if (isNot(image, most)) yield violation(\`\${c.name} is not at \${name}\`); if (!isNot(image, most) && names.includes(c.name)) yield violation(\`\${c.name} is at \${name}\`); for (const other of names) if (other === c.name) yield violation(\`\${name} knows \${other}\`); } }`,
  },
  {
    says: "neither of two, and one of many, each with its own test",
    module: `function hasOne(c: Container): boolean { return c.image !== undefined || c.args !== undefined || c.ports !== undefined || c.resources !== undefined || c.name === "x" || c.securityContext !== undefined || c.imagePullPolicy !== undefined || c.name.startsWith("m") || c.command !== undefined || c.workingDir !== undefined; }
function isFirst(name: string): boolean { return name === "a" || name.endsWith("n"); }
function isSecond(name: string): boolean { return name === "a" || name.endsWith("n"); }`,
    body: `for (const c of object.spec.containers) { if (hasOne(c)) yield violation(\`\${c.name} has one\`); if (isFirst(c.name)) yield violation(\`\${c.name} is first\`); if (!isSecond(c.name)) yield violation(\`\${c.name} is not second\`); if (c.name !== "a" && c.name !== "main") continue; if (c.image !== "nginx" && c.imagePullPolicy !== "Always") continue; yield violation(\`\${c.name} is known\`); }`,
  },
  {
    says: "a part of a text that is a number",
    body: `for (const c of object.spec.containers) { const length = parseInteger((c.image ?? "").split("/")[1] ?? ""); if (length !== undefined && length < 16) yield violation(\`\${c.name} is wide\`); const digit = parseInteger(c.name.slice(-1)); if (digit === undefined) yield violation(\`\${c.name} ends in no digit\`); for (const arg of c.args ?? []) { const [, last = ""] = arg.split("="); const number = parseNumber(last); if (number === undefined) yield violation(\`\${arg} has no number\`); else if (number > 1) yield violation(\`\${arg} \${number}\`); } }`,
  },
  {
    says: "the last part of a text, and one of several words before another test",
    module: `function ending(ref: string): string { return ref.split("/").at(-1) ?? "none"; }
function isPlain(c: Container): boolean { return c.name === "a" || c.name === "b" || (c.name === "main" && c.image !== undefined); }`,
    body: `for (const c of object.spec.containers) { yield violation(\`\${c.name} \${ending(c.image ?? "")} \${(c.args ?? []).filter((arg) => arg !== "a").at(-1) ?? "-"}\`); if (isPlain(c)) yield violation(\`\${c.name} is plain\`); } if (object.spec.containers.every((c) => c.name === "a" || c.name === "b" || c.image?.includes("/"))) yield violation("all are known");`,
  },
  {
    says: "a range whose ends are one number, text that is split and joined again, and whether a list has an element",
    body: `for (const c of object.spec.containers) { for (const p of c.ports ?? []) { if (p.hostPort !== undefined && (p.hostPort < 80 || p.hostPort > 80)) yield violation(\`\${c.name} is not at 80\`); if (p.containerPort >= 80 && p.containerPort <= 80) yield violation(\`\${c.name} is at 80\`); if (p.containerPort > 79 || p.containerPort < 81) yield violation(\`\${c.name} is somewhere\`); if (c.name !== "b" && p.containerPort <= 443 && p.containerPort >= 443) yield violation(\`\${c.name} is at 443\`); } const flat = (c.image ?? "").split("/").join(".").split(":").join("-"); yield violation(\`<\${flat}>\`); const args = (c.args ?? []).filter((arg) => arg !== "a"); const [first] = args; if (first === undefined) yield violation(\`\${c.name} has no argument\`); else yield violation(\`\${c.name} \${first}\`); if (args[1] === undefined) yield violation(\`\${c.name} has no second\`); if (args.at(-1) === undefined) yield violation(\`\${c.name} has no last\`); }`,
  },
  {
    says: "what stands in for nothing, whichever way it is asked for, and on one line with what it stands in for",
    body: `const pod = object.spec.securityContext; for (const c of object.spec.containers) { if ((c.image ?? "") !== "") yield violation(\`\${c.name} has an image\`); if ((c.image ?? "x") !== "b") yield violation(\`\${c.name} is not b\`); if ((c.ports ?? []).length > 0) yield violation(\`\${c.name} has ports\`); if (!((c.ports ?? []).length > 0)) yield violation(\`\${c.name} has none\`); if ((c.ports ?? []).length !== 1) yield violation(\`\${c.name} has not one\`); if ((c.securityContext?.runAsUser ?? 0) !== 0) yield violation(\`\${c.name} is somebody\`); const length = c.name.length; if (length < (c.image?.includes("/") ? 4 : 2)) yield violation(\`\${c.name} is short\`); if (length !== (c.image === undefined ? 1 : 2)) yield violation(\`\${c.name} is of another length\`); const said = [...(c.image === undefined ? [] : [c.image]), ...(c.ports === undefined && c.args === undefined ? [] : ["more"])]; yield violation(\`\${c.name}: \${said.join()}\`); const args = c.args ?? ["a", "b"]; yield violation(\`\${c.name} \${args.join()}\`); const user = c.securityContext?.runAsUser ?? pod?.runAsUser; if (user === undefined) yield violation(\`\${c.name}: nobody\`); else yield violation(\`\${c.name}: \${user}\`); const policy = c.imagePullPolicy ?? object.spec.restartPolicy ?? "none"; yield violation(\`\${c.name} \${policy}\`); if ("cpu" in (c.resources?.limits ?? {})) yield violation(\`\${c.name} has a cpu\`); if (!("cpu" in (c.resources?.limits ?? {}))) yield violation(\`\${c.name} has no cpu\`); const last = (c.args ?? []).filter((arg) => arg !== "a").at(-1); if (last === undefined) yield violation(\`\${c.name} ends in nothing\`); else yield violation(\`\${c.name} ends in \${last}\`); }`,
  },
  {
    says: "what is there or an empty object",
    body: `const user = request.userInfo ?? {}; for (const g of user.groups ?? []) yield violation(g); if ((user.groups ?? []).length === 0) yield violation(\`\${user.username ?? "nobody"} has no group\`);`,
  },
  {
    says: "what is there or an empty object: of the object",
    body: `const context = object.spec.securityContext ?? {}; if (context.runAsUser === undefined) yield violation("no user"); for (const c of object.spec.containers) { const own = c.securityContext ?? {}; if (own.privileged ?? false) yield violation(c.name); }`,
  },
  {
    says: "a message that is a field",
    body: `yield violation(object.spec.nodeName ?? ""); yield violation(object.metadata.name ?? ""); for (const c of object.spec.containers) yield violation(c.name);`,
  },
  {
    says: "a message that is only a field",
    body: `yield violation(object.spec.restartPolicy ?? "none");`,
  },
  {
    says: "a message that is only a field, under a condition",
    body: `if (object.spec.containers.length > 0) yield violation(object.metadata.name ?? "none");`,
  },
  {
    says: "a message that is a field in a loop with branches",
    body: `for (const c of object.spec.containers) { if (c.image === undefined) yield violation(c.name); else yield violation(c.image); }`,
  },
  {
    says: "a message that is a field that is known to be there",
    body: `if (object.metadata.name !== undefined) yield violation(object.metadata.name);`,
  },
  {
    says: "a message that is one of two fields",
    body: `if (object.spec.containers.length > 0) yield violation(object.spec.hostNetwork ? object.kind : object.apiVersion);`,
  },
  {
    says: "a message of fields and nothing else",
    body: `if (object.metadata.name !== undefined && object.metadata.namespace !== undefined) yield violation(\`\${object.metadata.name}\${object.metadata.namespace}\`);`,
  },
  {
    says: "a message of the request",
    body: `if (object.spec.containers.length > 1) yield violation(request.operation ?? "");`,
  },
  {
    says: "an item where there is one: texts",
    body: `const names = object.spec.containers.map((c) => c.name); const one = object.spec.hostname; const all = [...(one === undefined ? [] : [one]), ...names]; for (const n of all) yield violation(n); if (all.includes("a")) yield violation("has a"); if (all.some((n) => n === "c")) yield violation("some c");`,
  },
  {
    says: "an item where there is one: texts that are there",
    body: `const names = object.spec.containers.map((c) => c.name); const one = object.spec.restartPolicy; const all = [...(one === undefined ? [] : [one]), ...names]; for (const n of all) yield violation(n); if (all.includes("Never")) yield violation("never"); if (all.some((n) => n === "c")) yield violation("some c");`,
  },
  {
    says: "an item where there is one: objects",
    body: `const one = object.spec.securityContext; const all = [...(one === undefined ? [] : [one]), ...object.spec.containers.map((c) => c.securityContext ?? {})]; for (const s of all) yield violation(\`\${s.runAsUser ?? -1}\`); if (all.some((s) => s.runAsUser === 0)) yield violation("root");`,
  },
  {
    says: "an item where there is one: objects in a loop",
    body: `for (const c of object.spec.containers) for (const s of [...(c.securityContext === undefined ? [] : [c.securityContext]), ...(object.spec.securityContext === undefined ? [] : [object.spec.securityContext])]) yield violation(\`\${c.name} \${s.runAsUser ?? -1}\`);`,
  },
  {
    says: "whole and parsed numbers from one function",
    body: `for (const c of object.spec.containers) { const n = weight(c.image ?? ""); if (n > 0) yield violation(\`\${c.name} \${n}\`); if (Math.round(n) + 1 === 1) yield violation("none"); }`,
    module: `function weight(image: string): number { if (image === "") return 0; return parseNumber(image.split(":")[1] ?? "x") ?? 1; }`,
  },
  {
    says: "whole and parsed numbers that may be absent",
    body: `for (const c of object.spec.containers) { const n = weight(c.image); yield violation(\`\${c.name} \${n ?? "none"}\`); if (n === 0) yield violation("zero"); if (n === undefined) yield violation("none"); if ((n ?? 3) > 0) yield violation("more"); }`,
    module: `function weight(image: string | undefined): number | undefined { if (image === undefined) return 0; if (image === "b") return undefined; return parseNumber(image.split(":")[1] ?? "x"); }`,
  },
  {
    says: "whole and parsed numbers one after the other",
    body: `const n = parseNumber(object.spec.restartPolicy ?? "5") ?? (object.spec.hostNetwork ? 2 : undefined) ?? object.spec.containers.length; yield violation(\`\${n}\`); if (n === 2) yield violation("two"); const all = [n, 1, object.spec.terminationGracePeriodSeconds ?? 0]; yield violation(\`\${Math.max(0, ...all)}\`);`,
  },
  {
    says: "whole and parsed numbers by choice",
    body: `for (const c of object.spec.containers) { const n = c.image === undefined ? 0 : parseNumber((c.image ?? "").split(":")[1] ?? "x") ?? 1; const m = c.image === "b" ? (parseNumber("7") ?? 0) : c.name.length; if (n !== m) yield violation(\`\${c.name} \${n} \${m} \${Math.max(n, m)}\`); }`,
  },
  {
    says: "optional calls: some, every, length, map, filter, find, includes, join",
    body: `const xs = object.spec.volumes; if (xs?.some((v) => v.hostPath !== undefined)) yield violation("host path"); if (xs?.some((v) => v.hostPath !== undefined) ?? false) yield violation("host path too"); if (xs?.every((v) => v.hostPath === undefined) ?? true) yield violation("no host path"); if (xs?.length) yield violation("volumes"); yield violation(\`\${xs?.length ?? 0}\`); for (const n of xs?.map((v) => v.name) ?? []) yield violation(n); if (!xs?.some((v) => v.emptyDir !== undefined)) yield violation("no memory"); yield violation(xs?.map((v) => v.name).join() ?? "-"); if ((xs?.filter((v) => v.name !== "v").length ?? 0) > 0) yield violation("others"); yield violation(xs?.find((v) => v.name > "a")?.name ?? "none"); if (xs?.map((v) => v.name)?.includes("h")) yield violation("h");`,
  },
  {
    says: "optional calls on lists in a loop",
    body: `for (const c of object.spec.containers) { if (c.ports?.some((p) => p.hostPort !== undefined)) yield violation(c.name); if ((c.ports?.length ?? 0) > 1) yield violation(\`\${c.name} many\`); if (c.ports?.length === 2) yield violation("two"); const numbers = c.ports?.map((p) => p.containerPort); for (const n of numbers ?? []) yield violation(\`\${n}\`); if (numbers?.includes(80)) yield violation("80"); if (c.ports?.every((p) => p.containerPort > 10)) yield violation("high"); }`,
  },
  {
    says: "optional calls on texts",
    body: `for (const c of object.spec.containers) { if (c.image?.startsWith("reg/")) yield violation("reg"); if (c.image?.startsWith("reg/") ?? false) yield violation("reg too"); if (!c.image?.endsWith(":1")) yield violation("not 1"); if (c.image?.includes("/") === false) yield violation("no slash"); const parts = c.image?.split("/"); yield violation(parts?.[0] ?? "no"); if ((c.image?.indexOf(":") ?? -1) > 0) yield violation("tag"); yield violation(c.image?.slice(1, 3) ?? "-"); yield violation(c.image?.trim() ?? "-"); }`,
  },
  {
    says: "optional calls on entries",
    body: `if (object.metadata.labels?.["app"]?.startsWith("x")) yield violation("x"); yield violation(object.metadata.annotations?.["n"]?.slice(1) ?? "none"); if (object.metadata.labels?.["app"]?.startsWith("x") !== true) yield violation("not x");`,
  },
  {
    says: "one fallback after another",
    body: `yield violation(object.metadata.labels?.["app"] ?? object.spec.restartPolicy ?? object.metadata.name ?? "none"); for (const c of object.spec.containers) { const image = c.image?.split(":")[1] ?? c.workingDir ?? (object.spec.hostNetwork ? undefined : c.name); yield violation(image ?? object.spec.nodeName ?? \`no \${c.name}\`); const user = c.securityContext?.runAsUser ?? object.spec.securityContext?.runAsUser; yield violation(\`\${user ?? "any"}\`); if ((oldObject ?? object).metadata.name === c.name) yield violation("same"); }`,
  },
  {
    says: "absent or empty, as the manifest or the API server has it",
    body: `for (const c of object.spec.containers) { if (c.image === undefined || c.image === "") yield violation(\`\${c.name} no image\`); if (c.image !== undefined && c.image !== "") yield violation(\`\${c.name} image\`); }`,
  },
  {
    says: "what is printed or measured behind a test of its presence",
    module: "const isBad = (q?: string): boolean => q === undefined || !isQuantity(q);",
    body: `for (const c of object.spec.containers) { const cpu = c.resources?.limits?.["cpu"]; const memory = c.resources?.limits?.["memory"]; if (cpu === undefined || compareQuantities(cpu, "500m") > 0) yield violation(\`\${c.name} cpu\`); if (isBad(memory)) yield violation(\`\${c.name} memory\`); if (!memory || milliValue(memory) > 1000) yield violation(\`\${c.name} much\`); if (cpu === undefined || \`\${cpu}!\` === "1!") yield violation(\`\${c.name} one\`); }`,
  },
  {
    says: "lists of two, of which one is absent in one way and there in another",
    module: `function checked(c: Container): [boolean, string | undefined] { if (c.image === undefined) return [false, "no image"]; for (const key of ["cpu", "memory"]) { if (c.resources?.limits?.[key] === undefined) return [false, \`no \${key}\`]; } return [true, undefined]; }`,
    body: `for (const c of object.spec.containers) { const [ok, why] = checked(c); if (!ok) yield violation(\`\${c.name}: \${why ?? "?"}\`); }`,
  },
  {
    says: "what is made to be tested is tested first",
    module: `interface Found { where: string; why: string }
const checks: ((c: Container) => Found | undefined)[] = [
  (c) => (c.image === undefined ? { where: c.name, why: "no image" } : undefined),
  (c) => (c.image?.endsWith(":latest") ? undefined : { where: \`\${c.name}!\`, why: "not latest" }),
];
const problem = (c: Container): string | undefined => (c.tty ? "tty" : c.stdin ? \`stdin of \${c.name}\` : (c.ports ?? []).some((p) => p.hostPort) ? "host port" : undefined);`,
    body: `for (const c of object.spec.containers) { for (const check of checks) { const found = check(c); if (found) yield violation(\`\${found.where}: \${found.why}\`); } const text = problem(c); if (text !== undefined && c.name !== "x") yield violation(text); const other = problem(c); if (other === undefined) yield violation(\`\${c.name} is fine\`); }`,
  },
  {
    says: "is something not in a list that is read through what may be absent",
    body: `const b = object.spec.containers.find((c) => c.name === "b"); if (!b?.args?.some((arg) => arg === "x")) yield violation("b has no x"); if (!b?.args?.includes("x")) yield violation("nor has its list"); if (!object.spec.securityContext?.sysctls?.some(({ name }) => name === "x")) yield violation("no sysctl x"); for (const c of object.spec.containers) { if (!c.securityContext?.capabilities?.add?.includes("ALL")) yield violation(\`\${c.name} does not add all\`); if (c.securityContext?.capabilities?.drop?.some((one) => one === "ALL") || !b?.ports?.some((p) => p.hostPort === 443)) yield violation(\`\${c.name} drops all\`); }`,
  },
  {
    says: "a list of a row that may not be found",
    module: `const rows: readonly { name: string; suffixes: readonly string[] }[] = [{ name: "two", suffixes: ["a"] }, { name: "host", suffixes: ["b", "c"] }];`,
    body: `const row = rows.find(({ name }) => name === object.metadata.name); const given = params.rows.find(({ name }) => name === object.metadata.name); for (const { name } of object.spec.containers) { if (!row?.suffixes.some((suffix) => name.endsWith(suffix))) yield violation(\`\${name} is of no row\`); if (!given?.suffixes.includes(name)) yield violation(\`\${name} is not given\`); if (given?.suffixes.every((suffix) => !name.endsWith(suffix))) yield violation(\`\${name} is of another\`); } for (const suffix of given?.suffixes ?? []) yield violation(suffix); yield violation(\`\${row?.suffixes.length ?? 0} \${row?.suffixes.join() ?? "none"}\`);`,
    paramsType: "interface Params { rows: { name: string; suffixes: string[] }[] }",
    params: {
      rows: [
        { name: "two", suffixes: ["a"] },
        { name: "mounts", suffixes: [] },
      ],
    },
  },
  {
    says: "a set is asked for what may be absent, and may hold it",
    body: `const { spec } = object; const images = new Set(spec.containers.map((c) => c.image)); if (images.has(undefined)) yield violation("one has no image"); if (images.has(spec.hostname)) yield violation(\`\${spec.hostname ?? "nothing"} is an image\`); for (const c of spec.initContainers ?? []) yield violation(\`\${c.name} \${images.has(c.image)}\`);`,
  },
  {
    says: "it is denied that something is there and that a call of it, or what is found under it, is this",
    minKubernetes: "1.35",
    module: `const known: { readonly [name: string]: string } = { b: "one", "reg/a:1": "two" };`,
    body: `
for (const c of object.spec.containers) {
  if (!(c.image !== undefined && c.image.toLowerCase() === "b")) yield violation(\`\${c.name} is not b\`);
  if (!(c.image !== undefined && c.image.split(":").length === 2)) yield violation(\`\${c.name} has not two parts\`);
  if (!(c.ports && c.ports.length === 2)) yield violation(\`\${c.name} has not two ports\`);
  if (!(c.ports && c.ports.at(-1)?.containerPort === 443)) yield violation(\`\${c.name} does not end with 443\`);
  if (!(c.image !== undefined && known[c.image] === "one")) yield violation(\`\${c.name} is not known as one\`);
  if (!(c.image !== undefined && known[c.image] !== undefined)) yield violation(\`\${c.name} is not known\`);
  if (!(c.resources?.limits?.["cpu"] !== undefined && milliValue(c.resources.limits["cpu"]) === 500)) yield violation(\`\${c.name} has not half a CPU\`);
  if (!(parseInteger(c.image?.split(":")[1] ?? "") === 1)) yield violation(\`\${c.name} is not the first\`);
  if (!(c.volumeMounts && sorted(c.volumeMounts.map((mount) => mount.name))[0] === "h")) yield violation(\`\${c.name} does not mount h first\`);
}`,
  },
  {
    says: "one of many ways prints a name that is tested before to be there",
    module: `const table: { readonly [k: string]: string } = { a: "x", b: "y", two: "x" };
const tagOf = (c: Container): string | undefined => c.image?.split(":")[1];
const ask = (s: string): string => \`\${s}?\`;
function isOdd(c: Container): boolean {
  const known = table[c.name];
  const found = c.ports?.find((port) => port.hostPort !== undefined)?.name;
  return (c.ports !== undefined ? known === undefined || known in table : c.image === undefined) || found === undefined || found.concat(c.name) === ask(c.name) ? c.command === undefined : c.image === "a";
}`,
    body: `
for (const c of object.spec.containers) {
  if (!isOdd(c)) yield violation(c.name);
  const tag = tagOf(c);
  if (!((tag === undefined || ask(tag).includes("1?")) && c.name === "a")) yield violation(\`\${c.name} is another\`);
}`,
  },
  {
    says: "a text of a list whose other elements may be absent, and what stands in for a field of a name, are of a type for CEL",
    minKubernetes: "1.33",
    module: `const named = (text: string, priority: number | undefined): [string, number | undefined] => [text.slice(0, 2), priority];`,
    body: `const [start, priority] = named(object.metadata.name, object.spec.priority); yield violation(\`\${start.slice(1)} \${priority ?? "none"}\`); const row: { size: number; "x-y"?: string | undefined } = { size: 0, "x-y": object.metadata.ownerReferences?.findLast((owner) => owner.controller)?.kind }; const { "x-y": owner = "none" } = row; for (const [name, of] of Object.entries(Object.fromEntries(object.spec.containers.map((c) => [c.name, owner] as const)))) yield violation(\`\${name} of \${of}\`); for (const [, of] of Object.entries(Object.fromEntries(object.spec.containers.map(() => ["", owner] as const)))) yield violation(of);`,
  },
  {
    says: "what a filter or a find before has shown to be there",
    module: `const withKey = (labels: { [key: string]: string } | undefined): string => labels?.["app"] ?? "none";`,
    body: `for (const c of object.spec.containers) {
  const open = c.ports?.filter((p) => p.hostPort).map((p) => \`\${p.hostPort}/\${p.protocol ?? "TCP"}\`) ?? [];
  yield violation(\`\${c.name}: \${open.join(" ")}\`);
  for (const p of (c.ports ?? []).filter((one) => one.hostPort !== undefined && one.containerPort > 0)) yield violation(\`\${c.name} \${p.hostPort}\`);
  const values = (c.env ?? []).filter((e) => e.value?.startsWith("x") || e.value === "b").filter((e) => e.value).map((e) => \`\${e.name}:\${e.value}\`);
  if (values.length > 1) yield violation(\`\${c.name}: \${values.join()}\`);
  const named = c.ports?.find((p) => p.name);
  if (named) yield violation(\`\${named.name === "HTTP"} \${named.name}\`);
  for (const { name, value } of (c.env ?? []).filter(({ value }) => value != null)) yield violation(\`\${name}=\${value}\`);
  const secrets = (c.env ?? []).filter((e) => e.valueFrom?.secretKeyRef?.name).map((e) => \`\${e.valueFrom?.secretKeyRef?.key}\`);
  if (secrets.some((key) => key.startsWith("k"))) yield violation(\`\${c.name} reads \${secrets.join("+")}\`);
  const probed = c.livenessProbe?.httpGet?.port.toString() ?? "none";
  yield violation(\`\${c.name} \${probed} \${c.securityContext?.runAsUser?.toString() ?? "unset"}\`);
}
const images = object.spec.containers.filter((c) => c.image).map((c) => c.image);
yield violation(\`\${images.length} \${images.join(", ")} \${withKey(object.metadata.labels)}\`);`,
  },
  {
    says: "null where a function finds no fault, in a pair, in a record and by another function",
    module: `
function validate(c: Container): [string | null, number] { if (!c.image) return ["no image", 0]; if (c.image.includes("@")) return [null, 1]; return [\`\${c.image} is not pinned\`, 2]; }
const judged = (c: Container): { err: string | null; n: number } => ({ err: c.name === "a" ? null : c.name, n: 1 });
const errOf = (c: Container): string | null => judged(c).err;
const said = (err: string | null): string => (err === null ? "fine" : err);`,
    body: `
for (const c of object.spec.containers) {
  const [err, code] = validate(c);
  if (err !== null) yield violation(\`\${code}: \${err}\`);
  const { err: other, n } = judged(c);
  if (other !== null) yield violation(\`\${n} \${other}\`);
  if (errOf(c) === null) yield violation(\`\${c.name} \${said(err)} \${said(errOf(c))}\`);
}`,
  },
  {
    says: "pairs, lists and maps of several types that are there or not, under a name",
    module: `const pair = (c: Container): [string, number] | null => { if (c.image) return [c.name, c.ports?.[0]?.hostPort ?? 0]; return null; };
const rows = (c: Container): (number | string | boolean)[][] | null => { if (c.image) return [[c.name, (c.ports ?? []).length], [c.image, !c.tty]]; return null; };
const table = (c: Container): Record<string, number> | null => (c.image ? { port: c.ports?.[0]?.hostPort ?? 0 } : null);`,
    body: `
const pairs = object.spec.containers.map(pair);
for (const p of pairs) { if (!p) continue; const [name, port] = p; if (Math.min(80, Math.max(40, port)) !== port) yield violation(\`\${name} \${port}\`); }
if (pairs.filter((p) => p !== null).length > 1) yield violation("more pairs");
const all = object.spec.containers.map(rows);
for (const r of all) { if (!r) continue; for (const row of r) for (const x of row) { if (typeof x === "number" && x * 2 > 1) yield violation(\`\${x} is a number\`); yield violation(\`\${x}\`); } }
if (all.filter((r) => r !== null).length > 1) yield violation("more rows");
const tables = object.spec.containers.map(table);
for (const t of tables) { if (!t) continue; const port = t["port"] ?? 0; if (Math.min(80, Math.max(40, port)) !== port) yield violation(\`table \${port}\`); }
if (tables.filter((t) => t !== null).length > 1) yield violation("more tables");`,
  },
  {
    says: "what may be absent stands in a list before lists in which nothing is",
    body: `
const images = [...object.spec.containers.map((c) => c.image), ...object.spec.containers.flatMap((c) => c.args ?? [])];
for (const image of images) yield violation(image ?? "none");
const there = images.filter((image) => image !== undefined);
for (const image of there) yield violation(\`\${image} is there\`);
yield violation(\`\${there.join(" ")} \${there.length} \${images.filter((image) => image === undefined).length}\`);
if (images.some((image) => image === undefined) && images.includes("a")) yield violation("some");
if (images.every((image) => image?.includes("a") ?? false)) yield violation("every");
for (const image of object.spec.hostNetwork ? object.spec.containers.map((c) => c.image) : object.spec.containers.flatMap((c) => c.args ?? [])) if (image) yield violation(\`chosen \${image}\`);`,
  },
  {
    says: "what is sought in a list that may be absent may be of that list",
    body: `for (const c of object.spec.containers) { if (c.args?.includes(c.args.at(-1) ?? "a")) yield violation(\`\${c.name} has its last\`); else yield violation(\`\${c.name} has not\`); if (c.securityContext?.capabilities?.add?.includes(c.securityContext.procMount ?? "a")) yield violation(\`\${c.name} adds\`); }`,
  },
  {
    says: "what stands in where neither of two flags of something is set",
    body: `for (const c of object.spec.containers) yield violation(\`\${c.name} \${(c.securityContext && (c.stdin || c.securityContext.privileged)) || "none"}\`);`,
  },
  {
    says: "a number, or a text, stands in a text, of which one may be known",
    paramsType: "interface Params { size?: 1 | 2; names: string[] }",
    params: { names: ["x"] },
    body: `for (const key of [\`\${object.metadata.name}x\`, "y"]) yield violation(\`\${(params.size ?? key) || "none"}\`); for (const c of object.spec.containers) yield violation(\`\${c.ports?.length ?? c.args?.[0] ?? "a"} \${c.image ? (c.command?.[0] ?? "b") : object.spec.containers.length} \`); const either = params.names.length || (object.spec.hostNetwork ? object.metadata.labels?.["a"] : params.names.at(-1)); if (either !== undefined) yield violation("either");`,
  },
  {
    says: "what is asked of a parameter that is not given, twice, is not given",
    paramsType: "interface Params { limits?: { most?: number; deny?: boolean } }",
    params: { limits: { most: 1 } },
    body: `const deny = params.limits?.deny; for (const c of object.spec.containers) { const either = object.spec.hostNetwork ? (params.limits?.deny && params.limits?.deny) : c.name; if (either === undefined) yield violation(\`\${c.name} neither\`); if (typeof either === "string") yield violation(\`\${c.name} text\`); } const all = object.spec.hostNetwork ? (deny && deny) : object.spec.hostPID === true; if (all === undefined) yield violation("unsaid"); if (all === false) yield violation("no");`,
  },
];
