import type { Choose } from "../choose.js";

/** Texts that have broken some engine somewhere: formats, escapes, separators, letters of more than one unit. */
const texts = [
  "",
  "a",
  "app",
  "web",
  "A",
  "Abc",
  "a-b",
  "a.b.c",
  "a/b",
  "a:b",
  ":",
  "/",
  "aa",
  "aaa",
  "%",
  "%s",
  "100%v",
  "{}",
  " ",
  " pad ",
  "\ttab",
  "line\nbreak",
  '"quoted"',
  "'single'",
  "back\\slash",
  "null",
  "undefined",
  "true",
  "0",
  "1",
  "-1",
  "1.5",
  "007",
  "1e3",
  "é",
  "Éa",
  "ß",
  "e\u0301",
  "\u00a0x",
  "x\u0085",
  "日本",
  "; ",
  "a; b",
  "$HOME",
  "^a.*$",
  "[a]",
  "(x)",
  "*",
  "a*",
  "?",
  "500m",
  "1Gi",
  "v1.2.3",
  "1.2.3",
  "1.2.10",
  "10.0.0.0/8",
] as const;
const outsideBmp = ["😀", "a😀b", "😀😀", "\u{10000}"] as const;

const pools = {
  name: ["a", "web", "app", "db", "nginx", "a-b", "sidecar", "x1", "kube-system", "default"],
  word: ["ALL", "NET_ADMIN", "get", "*", "list", "TCP", "UDP", "Default", "Exists", "Socket", "SYS_TIME"],
  policy: ["Always", "Never", "OnFailure", "IfNotPresent", "ClusterIP", "NodePort", "LoadBalancer"],
  image: [
    "nginx",
    "nginx:1",
    "nginx:latest",
    "reg/a:1.2.3",
    "reg.example/a/b",
    "reg.example:5000/a",
    "a@sha256:00",
    "",
    ":",
    "reg.example/",
    "ghcr.io/x/y:v1",
  ],
  label: ["", "a", "web", "prod", "v1", "a.b", "1", "true", "team-x"],
  address: ["10.0.0.1", "127.0.0.1", "::1", "None", "", "192.168.0.300", "2001:db8::1", "::ffff:10.0.0.1"],
  range: ["10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0", "192.168.1.0/24", "2001:db8::/32", "10.0.0.1/32"],
  direction: ["Ingress", "Egress"],
  selection: ["In", "NotIn", "Exists", "DoesNotExist"],
  quantity: [
    "0",
    "1",
    "2",
    "100m",
    "0.5",
    "1500m",
    "1Gi",
    "1024Mi",
    "1G",
    "128974848",
    "129e6",
    "129M",
    "123Mi",
    "1n",
    "100u",
    "1k",
    "1Ki",
    "-1",
    "2E",
    "1e3",
    "0.000000001",
    "3T",
    "1Pi",
  ],
  time: ["2026-11-28T12:00:00Z", "2020-01-01T00:00:00Z"],
  phase: ["Active", "Terminating"],
  operation: ["CREATE", "UPDATE", "DELETE", "CONNECT"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

/** Keys of labels, limits and the like; of a custom resource and of parameters they are any text. */
export const keys = [
  "app",
  "app",
  "a",
  "a",
  "b",
  "a/b",
  "cpu",
  "memory",
  "team",
  "app.kubernetes.io/name",
  "constructor",
  "0",
  "",
  "a b",
  'a"b',
  "a\\b",
  "$a{b}%s",
  "a\nb",
  "日本",
] as const;

const numbers: Readonly<Record<string, readonly [number, ...number[]]>> = {
  small: [0, 1, 2, 3, 5, 10, -1],
  int: [0, 1, 2, 80, 443, 1000, 8080, 65535, -1, 2147483647, -2147483648],
  // The API server takes no port above 65535: what it refuses reaches no policy.
  port: [0, 1, 2, 80, 443, 1000, 8080, 65535, -1],
  long: [0, 1, 7, 1000, 2000, -1, 4294967296, 1000000000000, -1000000000000],
};

/** A text of a pool; for free text sometimes one that no pool has. */
export function textValue(values: string, choose: Choose, { bmpOnly }: { bmpOnly: boolean }): string {
  const pool = Object.entries(pools).find(([name]) => name === values)?.[1];
  if (pool !== undefined) return choose.among<string>(pool);
  if (!bmpOnly && choose.often(10)) return choose.among(outsideBmp);
  return choose.often(25) ? choose.among(texts) + choose.among(texts) : choose.among(texts);
}

export function numberValue(values: string, choose: Choose): number {
  return choose.among(numbers[values] ?? [0, 1]);
}
