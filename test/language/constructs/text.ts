import type { Construct } from "./construct.js";

const image = 'for (const c of object.spec.containers) { const image = c.image ?? "";';

export const text: readonly Construct[] = [
  {
    says: "one character outside of a class, where a text is open at that end",
    body: `for (const c of object.spec.containers) for (const t of ["", "a", "A", "😀", "😀b", "a😀", "b😀a", "a-b", "😀😀", "/x"]) { const text = \`\${t}\${c.image ?? ""}\`; if (/[^a-z0-9:.]/.test(text)) yield violation(\`any \${text}\`); if (/^[^a-z]/.test(text)) yield violation(\`first \${text}\`); if (/[^a-z]$/i.test(text)) yield violation(\`last \${text}\`); if (/a\\D/.test(text)) yield violation(\`after \${text}\`); if (/[^a-z]b*$/.test(text)) yield violation(\`before \${text}\`); if (/\\W\\b/.test(text)) yield violation(\`word \${text}\`); if (text.match(/^\\b.*?x/)) yield violation(\`lazy \${text}\`); if (/^./.test(text)) yield violation(\`some \${text}\`); if (text.match(/^a[^a]/)) yield violation(\`second \${text}\`); }`,
  },
  {
    says: "a split at characters, and at runs of them",
    body: `${image} yield violation(\`\${image.split(/[:/]/).join("|")} \${image.split(/[a-e]+/).join("|")} \${c.name.split(/,/).length}\`); } for (const one of ["", " ", "a  b", " a b", "a,,b,", ",", "é é\u00a0x", "a-b c--", "x\\ny\\tz"]) { yield violation(\`<\${one.split(/\\s+/).join("|")}> <\${one.split(/[,;]/).join("|")}> <\${one.split(/[^a-z]+/).join("|")}> <\${one.split(/-+/).join("|")}> <\${one.trim().split(/\\s+/).length}>\`); const [first = "", second] = one.split(/[\\s,]+/); yield violation(\`\${first}/\${second ?? "none"}\`); }`,
  },
  {
    says: "replacing what a pattern matches",
    body: `${image} const bare = image.replace(/^reg\\//, "").replace(/:\\w+$/, ""); const slug = image.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""); yield violation(\`\${bare} \${slug} \${image.replace(/[/:]/g, "_")} \${image.replaceAll(/\\d+/g, "")} \${image.replace(/x/g, "yy")} \${image.replace(/\\d+$/, "N")} \${image.replace(/^[a-z]+/, "P")} \${image.replace(/:1$/, "")} \${image.replace(/1$/, "2")} \${image.replace(/^n/, "N")}\`); } for (const one of ["", "-", "--", "-a-", "a--b", "é-😀", "v1", "vv1", "a.b.c", "$1", "😀😀"]) yield violation(\`<\${one.replace(/-+/g, "+")}> <\${one.replace(/^-|-$/g, "")}> <\${one.replace(/[^a-z]+/g, "")}> <\${one.replace(/^v/, "")}> <\${one.replace(/\\./g, "")}> <\${one.replace(/[^a-z]/gu, "?")}> <\${one.replace(/^\\$/, "S")}> <\${one.replace(/^.+$/, "all")}> <\${one.replace(/[a-z0-9]\\$$/, "D")}>\`);`,
  },
  {
    says: "padding and repeating",
    body: `yield violation(object.metadata.name.padStart(5, "0-")); yield violation(object.metadata.name.padEnd(4, ".")); yield violation(\`\${"ab".repeat(3)}\${object.metadata.name.repeat(2)}\`);`,
  },
  {
    says: "replace takes the first, replaceAll every one",
    body: `${image} yield violation(\`\${image.replace("n", "N")} \${image.replaceAll("n", "")} \${image.replace("zz", "y")}\`); }`,
  },
  {
    says: "characters by position",
    body: `${image} yield violation(\`\${image.charAt(1)}|\${image.at(-1) ?? "-"}|\${image[0] ?? "-"}|\${image.substring(2, 4)}|\${image.substring(1)}\`); }`,
  },
  {
    says: "the last position, and what stands before and behind it",
    body: `${image} const slash = image.lastIndexOf("/"); const colon = image.lastIndexOf(":"); yield violation(\`\${slash} \${image.lastIndexOf("")} \${image.lastIndexOf(c.name)} \${"aaa".lastIndexOf("aa")} <\${image.substring(slash + 1)}> <\${image.substring(0, colon)}> <\${colon > slash ? image.substring(colon) : ""}>\`); }`,
  },
  {
    says: "what stands behind a beginning that was tested, and before an end",
    body: `${image} if (image.startsWith("n")) yield violation(\`behind <\${image.slice(1)}> <\${image.slice(2)}>\`); if (image.endsWith("x")) yield violation(\`before <\${image.slice(0, -1)}> <\${image.slice(0, -2)}>\`); if (!image.startsWith("n")) yield violation(\`not n <\${image.slice(1)}>\`); if (image.startsWith("é") || image.endsWith("😀")) yield violation(\`<\${image.slice(1)}> <\${image.slice(0, -1)}>\`); } const name = object.metadata.name; if (["a", "b"].some((s) => name.endsWith(s) && name.slice(0, -1) === "")) yield violation("one");`,
  },
  {
    says: "one of some beginnings or endings",
    body: `${image} if (params.starts.some((one) => image.startsWith(one))) yield violation("starts"); if (!params.starts.some((one) => image.endsWith(one))) yield violation("ends with none"); if (["n", "r"].some((one) => image.startsWith(one))) yield violation("n or r"); for (const one of params.starts) if (image.startsWith(one)) yield violation("again"); yield violation(\`\${["n", "ng", ""].flatMap((one) => (image.startsWith(one) ? [1] : [])).length} \${params.starts.filter((one) => image.startsWith(one)).join(",")}\`); if ((c.args ?? []).some((one) => image.startsWith(one))) yield violation("an argument"); }`,
    paramsType: "interface Params { starts: string[] }",
    params: { starts: ["n", "reg/", "x"] },
  },
  {
    says: "parts by character",
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; yield violation(\`<\${codePointSlice(image, 0, 3)}> <\${codePointSlice(image, -2)}> <\${codePointSlice("a😀b", 1, 2)}>\`); }`,
  },
  {
    says: "trimming at either end",
    body: `const b = object.metadata.labels?.["b"] ?? " x "; yield violation(\`<\${b.trim()}|\${b.trimStart()}|\${b.trimEnd()}>\`);`,
  },
  {
    says: "texts compare by code point",
    body: `${image} if (image > "nginx") yield violation(\`after \${image}\`); else if (image <= "b") yield violation(\`before \${image}\`); }`,
  },
  {
    says: "plus joins texts and numbers",
    body: `${image} yield violation("image " + image + " of " + c.name + " " + object.spec.containers.length); yield violation(image.concat("!", c.name)); }`,
  },
  {
    says: "brackets and escapes in classes",
    body: `for (const one of ["", "[", "a[0]", "[x]", "]", "a-b", "(?=x)", "\\\\S", " ", "b"]) { if (/^[^[]*$/.test(one)) yield violation(\`no [ in <\${one}>\`); if (/[[(]/.test(one)) yield violation(\`opens <\${one}>\`); if (/\\[ \\S+|\\[\\S+\\]/.test(one)) yield violation(\`escaped <\${one}>\`); yield violation(\`<\${one.replace(/[[\\]]/g, "_")}> <\${one.split(/[[]/).join("|")}>\`); }`,
  },
  {
    says: "regular expressions ignore case",
    body: `${image} if (/^REG\\/[A-Z]+(:\\d)?$/i.test(image)) yield violation(\`reg \${image}\`); if (/[^a-f:]+x/i.test(image)) yield violation(\`x \${image}\`); }`,
  },
  {
    says: "ranges that begin with punctuation, or have a dash behind them, ignore case",
    body: `for (const one of ["n", "N", "z", "Z", "-", "5", "m", "g", ".", "_", "!"]) { if (/^[\\.-m]$/i.test(one)) yield violation(\`dot \${one}\`); if (/^[\\/-m]$/i.test(one)) yield violation(\`slash \${one}\`); if (/^[!-B]$/i.test(one)) yield violation(\`bang \${one}\`); if (/^[a-f-m]$/i.test(one)) yield violation(\`dash \${one}\`); if (/^[X-b]$/i.test(one)) yield violation(\`mixed \${one}\`); }`,
  },
  {
    says: "regular expressions know words, classes and groups",
    body: `${image} if (/\\bnginx\\b/.test(image)) yield violation("nginx"); if (/^(?:reg|docker)\\/(?<name>\\w+)/.test(image)) yield violation("ours"); if (/[\\s\\d]$/.test(image)) yield violation("digit"); if (/^.*:.+$/s.test(image)) yield violation("tag"); }`,
  },
  {
    says: "a regular expression held by a constant",
    module: "const tagged = /:[\\w.-]+$/;",
    body: `${image} if (!tagged.test(image)) yield violation(c.name); }`,
  },
  {
    says: "regular expressions of texts that are known when the policy is built",
    module: `const kits = ["nginx", "redis"] as const;
const kitImage = new RegExp(\`^(?:\${kits.join("|")})(?::\\\\d+)?$\`);
const word = String.raw\`[a-z]+\\d*\`;
const rules = [{ re: new RegExp(\`^\${word}$\`, "i"), says: "a word" }, { re: /^[a-b]/, says: "early" }];`,
    body: `for (const c of object.spec.containers) { if (!kitImage.test(c.image ?? "")) yield violation(\`\${c.name} is no kit\`); for (const { re, says } of rules) if (re.test(c.name)) yield violation(\`\${c.name} is \${says}\`); for (const part of (c.image ?? "").split(new RegExp("[/:]"))) yield violation(\`\${part} \${word}\`); yield violation((c.image ?? "").replace(new RegExp("^[a-z]*/"), "mirror/")); }`,
  },
  {
    says: "lower case where only ASCII is asked",
    module: `const isOn = (v: string | undefined): boolean => ["true", "yes", "ok"].includes((v ?? "no").trim().toLowerCase());`,
    body: `if (isOn(object.metadata.labels?.["app"])) yield violation("on"); for (const c of object.spec.containers) { const lower = c.name.toLowerCase(); if (lower.includes("we") || lower.endsWith("k") || lower === "a") yield violation(c.name); if (c.image?.toLowerCase() !== "nginx") yield violation(\`\${c.name}: \${c.image ?? "none"}\`); } const keys = Object.keys(object.metadata.labels ?? {}).map((k) => k.toLowerCase()); if (keys.some((k) => k.startsWith("ap")) || keys.includes("team")) yield violation("keys"); if ((object.metadata.annotations?.["K"] ?? "\\u212a").toLowerCase() === "k") yield violation("Kelvin");`,
  },
  {
    says: "parts of a text behind a test of where something was found",
    module: `function parts(ref: string): [name: string, tag: string] { const at = ref.indexOf("@"); const bare = at >= 0 ? ref.slice(0, at) : ref; const colon = bare.lastIndexOf(":"); const slash = bare.lastIndexOf("/"); return colon > slash ? [bare.slice(0, colon), bare.slice(colon + 1)] : [bare, "latest"]; }
function host(ref: string): string { const i = ref.indexOf("/"); if (i === -1) return "none"; if (!(i > 0)) return "empty"; return ref.slice(0, i); }`,
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; const [name, tag] = parts(image); yield violation(\`\${name} \${tag} \${host(image)}\`); const eq = c.name.indexOf("b"); if (eq !== -1 && eq < 3) yield violation(c.name.slice(eq)); const last = image.lastIndexOf("/"); yield violation(image.slice(last + 1) || "-"); if (last < 0 || image.slice(0, last) === "docker.io") yield violation("hub"); const n = (c.args ?? []).length; yield violation(c.name.slice(0, n) || "0"); }`,
  },
  {
    says: "the first part of what is split at something, which is always there",
    body: `for (const c of object.spec.containers) { const first = (c.image ?? "").split("/")[0] ?? "none"; yield violation(\`<\${first}>\`); if ((c.image ?? "").split(":")[0] === undefined) yield violation("never"); if ((c.image ?? "").split("@")[1] === undefined) yield violation("no digest"); const [head = "none", tail = "none"] = (c.image ?? "").split("/"); yield violation(\`\${head} \${tail} \${head}\`); const [only] = c.name.split("b"); if (only === undefined) yield violation("never either"); yield violation(only ?? "none"); }`,
  },
  {
    says: "not a test of a text that may be absent",
    body: `for (const c of object.spec.containers) { if (!c.image?.includes(":")) yield violation(\`\${c.name}: no tag\`); if (!c.image?.startsWith("r")) yield violation(\`\${c.name}: elsewhere\`); if (!c.image?.endsWith("")) yield violation(\`\${c.name}: no image\`); if (!c.command?.includes("sh")) yield violation(\`\${c.name}: no shell\`); if (!c.command?.includes(c.name)) yield violation(\`\${c.name}: not itself\`); }`,
  },
  {
    says: "numbers with all their digits, which Gatekeeper reads as Go's float64",
    module: `function userOf(c: Container): number { return c.securityContext?.runAsUser ?? 1000660000; }
const least = (a: number, b: number): number => Math.min(a, b);`,
    body: `for (const c of object.spec.containers) { yield violation(\`\${c.name} \${userOf(c)} \${least(userOf(c), params.most)} \${userOf(c) + 1}\`); for (const p of c.ports ?? []) yield violation(\`\${p.containerPort}\`); } yield violation(\`\${params.most} \${params.ratio} \${params.users.map((user) => \`<\${user}>\`).join()} \${params.users.join("+")} \${object.spec.priority ?? "none"}\`); if (\`\${params.most}\` === "2000000") yield violation("two million");`,
    paramsType: `interface Params { most: number; ratio: number; users: number[] }`,
    params: { most: 2000000, ratio: 2.5, users: [1000660000, 31536000, 0] },
  },
  {
    says: "what is made of a text once is read by several violations",
    body: `const said = object.metadata.annotations?.["a"]?.trim() ?? "-"; const parts = said.split("-"); const words = said.split(/\\s+/); if (said.length === 0) yield violation("nothing"); if (parts.length > 1) yield violation(\`\${parts.length}: \${parts.join("+")}\`); if (parts.includes("a") || words[0] === "a") yield violation(\`\${said}: \${words.join(", ")}\`); for (const word of words) if (!parts.includes(word)) yield violation(word);`,
  },
  {
    says: "the lower case of a text, asked for words of a list that has a name, in a function or in a table",
    module: `const secret = ["kit", "nginx", "img"] as const; const rows = [{ word: "kit", says: "a kit" }, { word: "gi", says: "a gi" }, { word: "b", says: "a b" }, { word: "x", says: "an x" }]; function any<T>(items: readonly T[], test: (item: T) => boolean): boolean { return items.some(test); } const looks = (text: string, list: readonly string[] = secret): boolean => any(list, (word) => text.toLowerCase().includes(word));`,
    body: `${image} if (looks(image)) yield violation(\`looks \${image}\`); if (looks(c.name, ["c", "k"])) yield violation("c"); for (const { word, says } of rows) if (image.toLowerCase().includes(word)) yield violation(says); if (rows.some((row) => row.word === c.name.toLowerCase())) yield violation("same"); }`,
  },
  {
    says: "upper case, of which texts in ASCII are asked, and letters that are several in upper case",
    body: `for (const text of ["straße", "ﬁn", "kſ", "ı", "ŉ", "pass", "İ", "iç", "ﬆ", "É"]) { const up = (object.metadata.labels?.[text] ?? \`\${text}\${object.metadata.labels?.["none"] ?? ""}\`).toUpperCase(); if (up === "STRASSE" || ["FIN", "KS", "I"].includes(up)) yield violation(\`\${text} by name\`); if (up.includes("S")) yield violation(\`\${text} holds S\`); if (up.startsWith("F") || up.endsWith("N")) yield violation(\`\${text} F or N\`); const low = \`\${text}\${object.metadata.labels?.["none"] ?? ""}\`.toLowerCase(); if (low === "i") yield violation(\`\${text} is i\`); if (low.startsWith("i")) yield violation(\`\${text} begins with i\`); } for (const c of object.spec.containers) if (c.name.toUpperCase() !== c.name && c.name === c.name.toLowerCase()) yield violation(c.name.toUpperCase());`,
  },
  {
    says: "the case of a text of which parts are asked",
    module: `const bad = ["SYS_ADMIN", "KILL", "ALL"]; const plain = (cap: string): string => cap.toUpperCase().replace(/^CAP_/, "");`,
    body: `for (const text of ["cap_sys_admin", "CAP_\u017fys_admin", "\u00df/CAP_KILL", "KILL", "cap_cap_all", "\u212a=ill", "straße,i", "\ufb01n,x", "\u0130/a", "\u0130,i\u0307,I"]) { const given = object.metadata.labels?.[text] ?? \`\${text}\${object.metadata.labels?.["none"] ?? ""}\`; if (bad.includes(plain(given))) yield violation(\`\${text} is bad\`); if (given.toUpperCase().split("/").some((part) => bad.includes(part.replace(/^CAP_/, "")))) yield violation(\`\${text} has a bad part\`); if (given.toLowerCase().split(",").includes("i")) yield violation(\`\${text} lists i\`); if (given.toLowerCase().split("=")[0] === "k" || given.toLowerCase().split("/")[1] === "a") yield violation(\`\${text} begins with k\`); if (given.toUpperCase().replaceAll("SS", "").includes("TRAE")) yield violation(\`\${text} without SS\`); if (given.toUpperCase().replace(/,X$/, "") === "FIN") yield violation(\`\${text} is FIN\`); } for (const c of object.spec.containers) for (const cap of c.securityContext?.capabilities?.add ?? []) if (bad.includes(plain(cap))) yield violation(\`\${c.name} adds \${cap}\`);`,
  },
  {
    says: "the case of a text from which another one is taken away where it stands first",
    module: `const bad = new Set(["SYS_ADMIN", "KILL", "SSS", "SAS", "X"]);`,
    body: `for (const text of ["cap_sys_admin", "x", "CAP_\u017fys_admin", "kcap_ill", "capcap__kill", "\u00dfcap_\u017f", "\u017fcap_as", "ßcap_x", "\u0149cap_x", "", "cap_"]) { const given = object.metadata.labels?.[text] ?? \`\${text}\${object.metadata.labels?.["none"] ?? ""}\`; const cap = given.toUpperCase().replace("CAP_", ""); if (bad.has(cap)) yield violation(\`\${text} is bad\`); if (cap.endsWith("SX") || cap.includes("K")) yield violation(\`\${text} ends\`); if (given.toLowerCase().replace("k", "CAP_") === "CAP_cap_ill") yield violation(\`\${text} with k\`); }`,
  },
  {
    says: "a text in another case is said where it is one of some in ASCII",
    module: `const bad = new Set(["SYS_ADMIN", "SS", "I", "FI"]);`,
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const text of ["cap_sys_admin", "sys_admin", "\u017fys_admin", "\u00df", "\u0131", "\u0130", "\ufb01", "k"]) { const given = object.metadata.labels?.[text] ?? \`\${text}\${none}\`; const cap = given.toUpperCase().replace("CAP_", ""); if (bad.has(cap)) yield violation(\`bad \${cap}\`); const upper = given.toUpperCase(); if (!bad.has(upper)) continue; yield violation(\`upper \${upper} \${given.toLowerCase() === "k" ? given.toLowerCase() : "-"}\`); } const all = ["f\u0131", "ss", "x"].map((one) => \`\${one}\${none}\`.toUpperCase()).filter((one) => bad.has(one) || one === "FI"); yield violation(all.join()); for (const c of object.spec.containers) { const low = (c.image ?? "").toLowerCase(); switch (low) { case "b": case "a:x": yield violation(low); break; default: yield violation(low === "nginx:1" && low !== c.name ? low : "other"); } }`,
  },
  {
    says: "a text without what it begins or ends with, cut off where it is there",
    module: `const prefix = "reg/"; const short = (image: string): string => (image.startsWith(prefix) ? image.slice(prefix.length) : image); const untagged = (image: string): string => { if (!image.endsWith(":1")) return image; return image.slice(0, -2); };`,
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; yield violation(\`\${short(image)} \${untagged(image)} \${untagged(short(\`\${image}:1\`))}\`); let cap = image.toUpperCase(); if (cap.startsWith("REG/")) cap = cap.substring(4); if (cap === "A:1" || cap === "A:X") yield violation(cap); const other = image.startsWith("reg/") ? image.slice(3) : image; yield violation(other.startsWith("a") ? other.slice(1) : image); }`,
  },
  {
    says: "another text in place of the first occurrence of one that is written out or computed",
    module: `const without = ["x-x", "none", ""].map((text) => text.replace("x", "y").replace("-", "")).join("/");`,
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; yield violation(\`\${image.replace("a", "<>")} \${image.replace(c.name, "")} \${image.replace(\`\${c.name}:\`, "1")} \${without}\`); for (const value of ["", "g/", "é", ...Object.values(object.metadata.labels ?? {})]) yield violation(\`\${value}: \${image.replace(value, "")} \${\`éa😀é\${image}\`.replace("é", "aé")} \${\`éa😀g/\${image}\`.replace(value, "")}\`); }`,
  },
  {
    says: "the case of a text of which the parts are counted, and that is held against a part of a known one",
    module: 'const isKit = (host: string): boolean => host !== "kit" && host.endsWith(".kit");',
    body: `for (const text of ["A.KIT", "\\u212a.kit", "x.k\\u0130t", "ki", "\\u212aI", "HTTP-X-Y", "http", "\\u0130-\\u017f", "\\u00c9", ...object.spec.containers.map((c) => c.name)]) { const given = \`\${object.metadata.labels?.["none"] ?? ""}\${text}\`; const [first, ...rest] = given.toLowerCase().split("-"); const parts = given.toUpperCase().split("K").length; yield violation(\`\${text}: \${first === "http"} \${rest.length} \${parts} \${["*.kit", "ki"].some((zone) => (zone.startsWith("*.") ? given.toLowerCase().endsWith(zone.slice(1)) : given.toLowerCase() === zone))} \${isKit(given.toLowerCase())} \${isKit(\`\${text}.kit\`)}\`); }`,
  },
  {
    says: "the case of a text by which a table or a Map is asked",
    module:
      'const rank: Record<string, number> = { http: 0, kit: 1, miss: 2 }; const known = new Map([["KIT", "a kit"], ["MISS", "a miss"]]); const isKnown = (text: string): boolean => text.toUpperCase() in { HTTP: 1, KIT: 2 };',
    body: `for (const text of ["HTTP", "Kit", "\\u212ait", "k\\u0130t", "M\\u0130SS", "mi\\u017fs", "mi\\u00df", "k\\u0131t", "\\u00c9", ...object.spec.containers.map((c) => c.name)]) { const given = \`\${object.metadata.labels?.["none"] ?? ""}\${text}\`; yield violation(\`\${text}: \${rank[given.toLowerCase()] ?? -1} \${known.get(given.toUpperCase()) ?? "none"} \${known.has(given.toUpperCase())} \${isKnown(given)} \${Object.hasOwn(rank, given.toLowerCase())}\`); }`,
  },
  {
    says: "groups beside one of several ways, which a text need not go",
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const text of ["arn:aws:iam::123456789012:role/a", "arn:aws-us-gov:iam::123456789012:role/b/c", "arn:aws-cn-cn:iam::123456789012:role/d", "v1alpha2", "v12beta30", "v1", "v1gamma2", "1.5Gi", "2000m", "3Gi", "4K", "5"]) { const given = \`\${text}\${none}\`; const arn = given.match(/^arn:aws(?:-cn|-us-gov)?:iam::(\\d{12}):role\\/(.+)$/); if (arn) yield violation(\`\${arn[2]} of \${arn[1]}\`); const version = /^v(\\d{1,3})(alpha|beta)(\\d{1,3})$/.exec(given); if (version) yield violation(\`\${Number(version[1])} \${version[2]} \${Number(version[3])}\`); const size = /^(\\d{1,6})(?:\\.\\d)?(m|[KMG]i)$/.exec(given); if (size) yield violation(\`\${Number(size[1])} in \${size[2]}\`); }`,
  },
  {
    says: "a group of a match that is there is read as it is, where all of them take part",
    body: `for (const text of [...Object.values(object.metadata.labels ?? {}), "team-7", "a-12345x", "é-1"]) { const m = /^([a-zé]+)-(\\d{1,4})/.exec(text); if (m === null) continue; const who = m[1]; yield violation(\`\${m[0]} \${who} \${m[2]!.startsWith("1") ? "one" : "other"} \${Number(m[2]!) + parseInt(m[2]!, 10)}\`); } for (const c of object.spec.containers) { const m = (c.image ?? "").match(/^([a-z]+)\\/(.+)$/); if (!m) { yield violation(\`\${c.name} has no repository\`); continue; } const [all, host, rest] = m; yield violation(host === rest ? \`\${host} twice\` : \`\${all}: \${host!.toUpperCase() === "REG" ? "ours" : rest!}\`); const [, again] = c.name.match(/^([a-z])/) ?? []; if (again !== undefined) yield violation(again); }`,
  },
  {
    says: "groups with names, by their names and by their positions",
    minKubernetes: "1.33",
    module: `const reference = /^(?<host>[^/]+)\\/(?<path>.+)$/; const parse = (text: string): { host: string; path: string } => { const found = reference.exec(text)?.groups; return { host: found?.host ?? "docker.io", path: found?.["path"] ?? text }; };`,
    body: `for (const c of object.spec.containers) { const { host, path } = parse(c.image ?? ""); yield violation(\`\${host} \${path}\`); const m = (c.image ?? "").match(reference); if (m?.groups?.host === "reg") yield violation(\`\${m.groups.path} \${m[2]} of \${m.groups!.host}\`); if (!m?.groups) continue; const { host: again, path: rest } = m.groups; if (again !== rest) yield violation(\`\${again}/\${rest}\`); } const none = object.metadata.labels?.["none"] ?? ""; for (const text of ["v1.2", "v10.20x", "w1.2", ""]) { const v = /^v(?<major>\\d{1,4})\\.(?<minor>\\d{1,4})/.exec(\`\${text}\${none}\`); if (v && Number(v.groups!.major) < 5) yield violation(\`\${Number(v.groups!.minor)} and \${v.groups!["minor"]}\`); yield violation(\`\${text}: \${Number(v?.groups?.major ?? "7")}\`); }`,
  },
  {
    says: "groups that need not take part in a match",
    minKubernetes: "1.33",
    module: `const seconds = (text: string): number | undefined => { const m = /^(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?$/.exec(text); return m ? Number(m[1] ?? "0") * 3600 + Number(m[2] ?? "0") * 60 + Number(m[3] ?? "0") : undefined; }; const parts = (image: string): { repo: string; tag: string | undefined } => { const [, repo = image, tag] = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(image) ?? []; return { repo, tag }; };`,
    body: `for (const c of object.spec.containers) { const { repo, tag } = parts(c.image ?? ""); if (tag === undefined || tag === "latest") yield violation(\`\${c.name} runs \${repo}:\${tag ?? "none"}\`); if (!/^[^@]+(@sha256:[a-f0-9]+)?$/.exec(c.image ?? "")?.[1]) yield violation(\`\${c.name} is not pinned\`); } const none = object.metadata.labels?.["none"] ?? ""; for (const given of ["2h", "1h30m", "90s", "5m3s", "", "h", "1m1h", "host:80", "host", "h:443x", "k=1", "x-y", "y", "reg/x:1@sha256:ab", "a-b-c"]) { const text = \`\${given}\${none}\`; yield violation(\`\${text} is \${seconds(text) ?? -1}, \${parts(text).repo}\`); const [, h, m] = /^(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?$/.exec(text) ?? []; if (h !== undefined && Number(h) > 1) yield violation(\`\${h} hours, \${m ?? "no"} minutes\`); const { host, port } = /^(?<host>[^:]+)(?::(?<port>\\d{1,5}))?$/.exec(text)?.groups ?? {}; yield violation(\`\${host ?? "-"} \${Number(port ?? "443")}\`); const key = text.match(/^([a-z])(?:=(\\d))?/); if (key && key[2]) yield violation(\`\${key[1]} is \${Number(key[2])}\`); else if (key && key[2] === undefined) yield violation(\`\${key[1]} is nothing\`); const y = text.match(/^(?:(x{1,2})-)?y$/); if (y && y[1] === "x") yield violation("one x"); else if (y?.[1]) yield violation("more"); else yield violation(y ? "y" : "none"); const abc = /^([a-z])(?:-([a-z])(?:-[a-z])?)?$/.exec(text); yield violation(abc === null ? "no letters" : \`\${abc[1]} \${abc[2] ?? "alone"}\`); for (const [, word, end] of text.matchAll(/([a-z]+)(?:-([a-z]+))?/g)) yield violation(\`\${word} to \${end ?? "nothing"}\`); }`,
  },
  {
    says: "all that a pattern matches, by match and matchAll with g",
    minKubernetes: "1.33",
    module: `const named = (text: string): string[] => Array.from(text.matchAll(/\\$\\((\\w+)\\)/g), ([, name]) => name!); const slash = /\\//g;`,
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const given of ["--a=$(POD_IP):$(PORT)", "$$(A)$(B", "", "é$(C)😀$(D)", "key=1,other=22,key=333", "a/b//c"]) { const text = \`\${given}\${none}\`; if (named(text).length > 0) yield violation(\`\${text} reads \${named(text).join(", ")}\`); for (const m of text.matchAll(/([a-z]+)=(\\d{1,4})/g)) if (Number(m[2]) > 1) yield violation(\`\${m[1]} is \${m[2]!} in \${m[0]}\`); for (const m of text.matchAll(/(?<key>[a-z]+)=(?<n>\\d{1,4})/g)) yield violation(\`\${m.groups!.key} \${m.groups?.n ?? ""}\`); const pairs = text.match(/([a-z])(=)?/g); yield violation(\`\${pairs?.[1] ?? "none"} \${pairs?.[2] ?? "none"}\`); const letters = text.match(/[A-Z]/g) ?? []; yield violation(\`\${text} has \${letters.length} of \${letters.join("")}, \${text.match(slash)?.length ?? 0} \${(text.match(/b/gi) || []).length}\`); const words = text.match(/[a-zé]+/gu); if (!words) yield violation(\`no words in \${text}\`); else if (words.length > 1) yield violation(\`\${words[0]} to \${words.slice(1).join()}\`); if (text.match(/😀/gu)?.includes("😀")) yield violation("smiles"); for (const m of text.matchAll(/^([a-z]+)/g)) yield violation(\`begins with \${m[1]!}\`); } for (const c of object.spec.containers) { const known = (c.env ?? []).map((e) => e.name); for (const name of (c.args ?? []).flatMap(named)) if (!known.includes(name)) yield violation(\`\${c.name} has no \${name}\`); const all = [...(c.image ?? "").matchAll(/([a-z]+)[/:]/g)]; if (all.some((m) => m[1] === "reg")) yield violation(\`\${c.name} \${all.length}\`); }`,
  },
  {
    says: "the groups of a match, by exec and by match",
    minKubernetes: "1.33",
    module: `const tagOf = (image: string): string => /:([^:/]+)$/.exec(image)?.[1] ?? "latest"; const hostOf = (m: RegExpMatchArray | null): string => m?.[1] ?? "none";`,
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const c of object.spec.containers) { const image = c.image ?? ""; const m = /^([^/]+)\\/(.+)$/.exec(image); if (m) { const [whole, host, rest] = m; yield violation(\`\${whole}: \${host ?? ""} \${rest ?? ""} \${m.length}\`); } else yield violation(\`no host in \${image}\`); yield violation(\`\${tagOf(image)} \${hostOf(image.match(/^(\\w+):/))}\`); const named = image.match(/(?<first>[a-z]+)/); if (named !== null && named[1] !== "a") yield violation(\`\${named[0]} \${named[1] ?? "-"}\`); const [, before = "none", after = "none"] = /^([a-z/]+):(\\w*)/.exec(image) ?? []; yield violation(\`\${before} \${after}\`); } for (const text of ["1.2.3", "v10.20.30-x", "é1.2.3", "1.2", "", "REG/x", "a😀b/😀:😀"]) { const given = \`\${text}\${none}\`; const v = /^v?(\\d+)\\.(\\d+)\\.(\\d+)/.exec(given); if (v) yield violation(\`\${v[1] ?? ""}-\${v[2] ?? ""}-\${v[3] ?? ""}\`); const i = /^(reg|img)\\/[xy]/i.exec(given); if (i?.[1]) yield violation(\`\${i[0]} \${i[1]}\`); const last = /^a(.+?)\\/😀:/su.exec(given); if (last) yield violation(\`\${last[1] ?? ""} of \${last[0]}\`); }`,
  },
  {
    says: "the groups of a match whose last one is one of some words",
    module: `const seconds = (text: string): number | undefined => { const m = /^(\\d{1,6})(ms|[smh])$/.exec(text); return m ? Number(m[1]) * (m[2] === "h" ? 3600 : m[2] === "m" ? 60 : 1) : undefined; };`,
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const text of ["5m", "10ms", "007s", "1h", "5", "5mss", "1d"]) { const m = /^(\\d+)(m|ms|[dh])$/.exec(\`\${text}\${none}\`); yield violation(\`\${text}: \${seconds(\`\${text}\${none}\`) ?? -1} \${m?.[1] ?? "-"} \${m?.[2] ?? "-"}\`); }`,
  },
  {
    says: "digits that stand in for the group of a match are read as a number with it",
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const text of ["v1", "v12x", "v007", "w3", ""]) { const m = /^v(\\d{1,4})/.exec(\`\${text}\${none}\`); const [, major = "9"] = m ?? []; if (m) { const [, own = ""] = m; yield violation(\`\${Number(own)} \${+(m[1] ?? "0")}\`); } yield violation(\`\${text}: \${Number(major)} \${Number(m?.[1] ?? "10")}\`); }`,
  },
  {
    says: "a number that a group of a match shows to be one",
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const text of ["v1", "v12x", "v007", "w3", "64Gi", "1Gi", "0Gi", "12345678Gi"]) { const given = \`\${text}\${none}\`; const m = /^v(\\d{1,4})/.exec(given); if (m && Number(m[1]) < 10) yield violation(\`\${given} is \${Number(m[1])}\`); const size = given.match(/^([0-9]{1,6})Gi$/); if (size === null) continue; const [, n] = size; if (parseInt(n ?? "", 10) * 2 > 2) yield violation(\`\${n ?? ""} is much\`); }`,
  },
  {
    says: "characters of a text, in a loop, in a list",
    module: `function count(text: string): number { let n = 0; for (const ch of text) if (ch >= "a" && ch <= "m") n++; return n; } const dashed = (text: string): string => [...text].map((ch) => (ch === "-" || ch === "/" ? "_" : ch)).join("");`,
    body: `${image} yield violation(\`\${count(image)} \${dashed(image)} \${[...image].length} \${[...image][1] ?? "-"} \${Array.from(c.name).some((ch) => "aeiou".includes(ch))}\`); } for (const text of ["", "a😀b", "é-x"]) { for (const ch of text) yield violation(\`<\${ch}>\`); yield violation(\`\${[...text].join("|")} \${count(text)} \${dashed(text)}\`); }`,
  },
  {
    says: "lines with either end, and a comma with a blank",
    body: String.raw`const lines = ["a\r\nb\nc\r", "\r\r\n\n", "a, b,  c,d", ", ,", ""]; for (const one of [...lines, object.metadata.labels?.["b"] ?? "x, y"]) yield violation(one.split(/\r?\n/).join("|") + one.split(/, ?/).join("+") + one.split(/ ?,/).length + one.split(/\n/).join("/") + one.split(/\t/).join("") + one.replace(/\r$/, "<"));`,
  },
  {
    says: "match, where nothing is asked but whether there is one",
    body: `for (const c of object.spec.containers) { if (!c.image?.match(/^reg/)) yield violation(\`\${c.name}: elsewhere\`); if (c.name.match(/[ab]/gi)) yield violation(c.name); if (c.image !== undefined && c.image.match(/:\\d+$/) === null) yield violation(c.image); if (c.image?.match(/x/) != null && null !== c.name.match(/a/)) yield violation("x"); } const named = object.spec.containers.filter(({ name }) => name.match(/^[a-b]$/)); yield violation(named.map((c) => c.name).join());`,
  },
  {
    says: "white space is JavaScript's",
    body: String.raw`for (const one of ["\t", "\v", "\f", "\r", " ", "\u0085", "\u00a0", "\u1680", "\u180e", "\u2000", "\u200a", "\u200b", "\u2028", "\u2029", "\u202f", "\u205f", "\u2060", "\u3000", "\ufeff", "x", object.metadata.name]) { const at = codePointLength(one + object.metadata.name + one); if (/^\s/.test(one)) yield violation("white " + String(/[\s;]/.test(one))); if (/\S/u.test(one)) yield violation("black " + String(/[^\s]/u.test(one))); yield violation(String(codePointLength((one + object.metadata.name + one).trim()) < at)); }`,
  },
  {
    says: "numbers as texts, and no limit",
    body: `const most = object.spec.terminationGracePeriodSeconds ?? Number.MAX_SAFE_INTEGER; const count = object.spec.containers.length; yield violation(\`\${count.toString().padStart(3, "0")} \${(count + 1).toString()}\`); if (most > 60) yield violation(\`\${most === Number.MAX_SAFE_INTEGER ? "no limit" : most.toString()}\`);`,
  },
  {
    says: "labels are in ASCII: their lengths, parts and cases",
    body: `const { labels = {}, annotations = {} } = object.metadata; const app = labels["app"] ?? ""; if (app !== app.toUpperCase()) yield violation(\`\${app} in capitals is \${app.toUpperCase()}, of \${app.length}\`); for (const [key, value] of Object.entries(labels)) yield violation(\`\${key.length} \${value.length} \${value.slice(0, 2)}\`); for (const key of Object.keys(annotations).filter((one) => one.length < 9)) yield violation(key.toLowerCase());`,
  },
  {
    says: "a text out of a list of unlike values is cut, searched and replaced",
    module: `function pair(c: Container): [string, number | undefined] { return [c.name, c.securityContext?.runAsUser]; } const rows: readonly [string, number | undefined][] = [["abc", 1], ["cab", undefined]];`,
    body: `for (const c of object.spec.containers) { const [name, user] = pair(c); yield violation(\`\${name.replace("b", "x")} \${user ?? "none"}\`); yield violation(\`\${name.slice(1)}.\`); yield violation(\`\${name.slice(0, -1)} \${name.indexOf("b")} \${name.lastIndexOf("a")}\`); yield violation(\`\${name.replaceAll("b", "x")}!\`); if (codePointLength(name) < 2 && name.startsWith("a")) yield violation("short"); for (const [says] of rows) if (says.slice(0, 1) === name) yield violation(says.replace(/^a/, "")); } const [first] = object.spec.containers.map((c) => [c.name, c.image]).find(([name]) => name === "a") ?? []; yield violation(\`\${(first ?? "none").substring(1)} \${(first ?? "none").replace(/^a/, "b")}\`);`,
  },
  {
    says: "what a pattern at an end is replaced by, beside other texts",
    body: `for (const c of object.spec.containers) { const names = [c.name.replace(/^a/, ""), "b"]; yield violation(names.join(" ")); const record = { cut: c.name.replace(/b$/, "x"), as: "it" }; yield violation(\`\${record.cut} \${record.as}\`); } const app = object.metadata.labels?.["app"] ?? "none"; yield violation([app.replace(/^x/, ""), app.replace(/e$/, "f"), "z"].join("-"));`,
  },
  {
    says: "a text that is made stands for itself, or another one for it",
    module: `const named = (image: string | undefined): string => image?.split(":")[0] ?? ""; const first = (xs: readonly string[]): string => xs.filter((x) => x !== "a").join("") || "nobody";`,
    body: `const privileged = object.spec.containers.filter((c) => c.securityContext?.privileged === true).map((c) => c.name); yield violation(\`privileged: \${privileged.join(", ") || "none"}\`); for (const c of object.spec.containers) { const image = named(c.image) || "no image"; if (image !== c.name) yield violation(\`\${c.name}: \${image} \${(c.args ?? []).join(" ").trim() || c.name}\`); if ((named(c.image) || c.name) === "a") yield violation(\`a \${c.name}\`); } yield violation(first(privileged));`,
  },
  {
    says: "a large number, or a text in its place",
    minKubernetes: "1.35",
    body: `const sums = new Map<string, number>(); for (const c of object.spec.containers) sums.set(c.name, (sums.get(c.name) ?? 0) + milliValue(c.resources?.limits?.["memory"] ?? "2Gi")); for (const name of ["a", "b", "zz"]) yield violation(\`\${name} \${sums.get(name) ?? "none"}\`); for (const c of object.spec.containers) { const size = milliValue(c.resources?.limits?.["memory"] ?? "1500m"); yield violation(\`\${c.name} \${c.image === undefined ? "no image" : size * 1000000}\`); }`,
  },
  {
    says: "a number that is cut out of a text whose shape a test has shown",
    module: `const seconds = (text: string): number | undefined => {
  if (!/^\\d{1,5}[smh]$/.test(text)) return undefined;
  const amount = Number(text.slice(0, -1));
  return text.endsWith("h") ? amount * 3600 : text.endsWith("m") ? amount * 60 : amount;
};`,
    body: `for (const text of [...Object.values(object.metadata.annotations ?? {}), "10s", "05m", "2h", "s", "100000s", "1x", ""]) { const n = seconds(text); if (n !== undefined) yield violation(\`\${n}\`); } for (const c of object.spec.containers) { const tag = (c.image ?? "").split(":")[1]; if (tag !== undefined && /^v\\d{1,3}$/.test(tag) && Number(tag.slice(1)) < 5) yield violation(\`\${c.name} old\`); if (tag !== undefined && /^\\*\\/\\d{1,2}$/.test(\`*/\${tag}\`)) yield violation(\`every \${tag}\`); }`,
  },
  {
    says: "the parts of a text that is shown to be digits between separators are read as numbers",
    module: `const toRange = (part: string): readonly [from: number, to: number] | undefined => { const text = part.trim(); if (!/^\\d{1,5}(-\\d{1,5})?$/.test(text)) return undefined; const [from = "", to = from] = text.split("-"); return [Number(from), Number(to)]; };
const octets = (text: string): number[] | undefined => (/^\\d{1,3}(?:\\.\\d{1,3}){3}$/.test(text) ? text.split(".").map(Number) : undefined);
function minutes(text: string): number { if (!/^\\d{1,2}:\\d{2}$/.test(text)) return -1; const parts = text.split(":"); return Number(parts[0]) * 60 + Number(parts[1]!); }
const last = (text: string): number => (/^\\d{1,4}(?:\\/\\d{1,3})*$/.test(text) ? parseInt(text.split("/").pop()!, 10) : 0);`,
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const given of ["80", "1-", "090-0100 ", "1.2.3.4", "1.2", "12:30", "9:5", "1/2/09", "1,02,3"]) { const text = \`\${given}\${none}\`; const range = toRange(text); if (range) yield violation(\`\${text} from \${range[0]} to \${range[1]}\`); const parts = octets(text); if (parts?.every((part) => part <= 255)) yield violation(\`\${text}: \${parts.join()} \${parts[3] ?? -1}\`); yield violation(\`\${text} \${minutes(text)} \${last(text)}\`); if (/^(?:\\d{1,3},)*\\d{1,3}$/.test(text)) for (const part of text.split(",")) yield violation(\`\${text} has \${+part}\`); if (/^\\d{1,2}(?:\\.\\d{1,2}){0,2}$/.test(text)) { const [, minor = "7"] = text.split("."); yield violation(\`\${text} \${Number(minor)} \${text.split(".").filter((part) => part !== "0").map(Number).some((n) => n > 2)}\`); } }`,
  },
  {
    says: "texts in any case are asked for parameters in any case",
    paramsType: "interface Params { words: string[]; tags: { [key: string]: string } }",
    params: { words: ["Password", "TOKEN", "key", "i"], tags: { a: "Nginx", b: "Web" } },
    module: `const asks = (words: readonly string[]) => (text: string): boolean => words.some((word) => text.toLowerCase().includes(word.toLowerCase()));`,
    body: `const isSecret = asks(params.words); for (const c of object.spec.containers) { for (const text of [c.image ?? "", ...(c.args ?? []), "\u212aEY", "\u0130", "to\u212aen"]) if (isSecret(text)) yield violation(\`\${c.name} \${text}\`); for (const e of c.env ?? []) if (params.words.map((word) => word.toUpperCase()).includes(e.name.toUpperCase())) yield violation(\`\${c.name} has \${e.name}\`); for (const word of params.words) if (c.image?.toUpperCase().startsWith(word.toUpperCase())) yield violation(\`\${c.image} begins with \${word.toLowerCase()}\`); }`,
  },
  {
    says: "groups of several ways, all of which are as long",
    minKubernetes: "1.33",
    module: `const minutes = (text: string): number | undefined => { const m = /^([01]\\d|2[0-3]):([0-5]\\d)$/.exec(text); return m ? Number(m[1]) * 60 + Number(m[2]) : undefined; };`,
    body: `for (const text of ["00:00", "23:59", "24:00", "09:60", "9:00", "19:05\\n", object.metadata.labels?.["at"] ?? "20:30"]) { const at = minutes(text); yield violation(at === undefined ? \`none of \${text.trim()}\` : \`\${text} \${at}\`); } for (const c of object.spec.containers) { const m = /^(?:reg|img)-([^@]*)(?:@a|:[bc])$/.exec(c.image ?? "reg-é:b"); yield violation(\`\${c.name} \${m?.[1] ?? "none"}\`); }`,
  },
  {
    says: "what a filter has shown to be digits is read as a number",
    minKubernetes: "1.35",
    module: `const isShort = (text: string): boolean => /^\\d{1,4}$/.test(text);`,
    body: `const none = object.metadata.labels?.["none"] ?? ""; for (const text of ["1,22,x,003", "a", "7,,8", "99999", "-1,+2,3.5, 4", object.metadata.labels?.["list"] ?? "5,6"]) { const parts = text.split(","); const numbers = parts.filter((part) => /^\\d{1,9}$/.test(part)).map(Number); yield violation(\`\${numbers.join("+")} \${numbers.reduce((a, b) => a + b, 0)}\`); for (const part of parts) if (isShort(part) && Number(part) === 22) yield violation(\`same \${part}\`); for (const part of parts.filter(isShort)) if (Number(part) > 5) yield violation(\`\${part} \${Number(part) * 2}\`); const first = parts.find((part) => isShort(part)); if (first !== undefined) yield violation(\`first \${first}\`); const known = parts.map((part) => ({ part, at: part.length > 0 })).filter(({ part }) => /^\\d+$/.test(part) && /^.{1,6}$/u.test(part)); yield violation(\`\${known.length}\`); const pairs = parts.map((part) => ({ value: part, none })).filter(({ value }) => isShort(value)).map(({ value, none: other }) => ({ other, n: Number(value) })); yield violation(pairs.filter(({ n }) => n >= 7).map(({ n }) => \`\${n}\`).join()); }`,
  },
  {
    says: "the ends of a text that has some are said to be there",
    minKubernetes: "1.33",
    module: `const initial = (word: string): string => (word === "" ? "" : word[0]!.concat(word.slice(1).trim()));
const last = (word: string): string => { if (word.length === 0) return "none"; return word.at(-1)!; };`,
    body: `for (const text of ["", "a", "web ", " b", object.metadata.labels?.["x"] ?? "", object.metadata.name]) { yield violation(\`<\${initial(text)}> <\${last(text)}>\`); if (text && text[0] === text.at(-1)) yield violation(\`\${text[0]} at both ends\`); if (text !== "" && !/[a-z]/.test(text[0]!)) yield violation(\`\${text} begins otherwise\`); }`,
  },
  {
    says: "a group of a match that there is, in a text, behind `!` and by a name",
    module: "const parts = /^([a-z]+)-([a-z]+)$/;",
    body: `for (const c of object.spec.containers) { const m = c.name.match(parts); if (m && m[2]!.startsWith("a")) yield violation(\`\${m[1]} \${m[2]}\`); const of = /^([^/]+)\\/(.+)$/.exec(c.image ?? ""); if (!of) continue; const [, host, path] = of; yield violation(\`\${path} of \${host}\`); if (host === "docker.io") yield violation(\`\${of[0]}\`); }`,
  },
  {
    says: "`as` of a text where nothing depends on what it claims",
    module: `const ports = { app: { port: 1 }, db: { port: 2 } } as const; const levels = ["app", "b"] as const; const names = new Set(levels);`,
    body: `for (const c of object.spec.containers) { const { name, image } = c; if (name in ports) yield violation(\`\${ports[name as keyof typeof ports].port}\`); if (!levels.includes(name as (typeof levels)[number])) yield violation(\`not \${name}\`); if (levels.includes(image as never) || names.has(name as "app")) yield violation(name); if ((name as "app" | "x") === "app") yield violation("app"); } const flags = { network: object.spec.hostNetwork, pid: object.spec.hostPID }; for (const flag of Object.keys(flags)) if (flags[flag as keyof typeof flags]) yield violation(flag);`,
  },
];
