import {
  codePointLength,
  imageRegistry,
  parameters,
  policy,
  regexMatches,
  violation,
  workloads,
} from "@policyc/sdk";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** The hosts of the registries that you use. */
  registries?: string[];
}

export default policy({
  name: "lookalike-registries",
  title: "No registry that only looks right",
  description:
    "The registry of an image must not be one that can be taken for a trusted one: by letters that look alike, by another ending, or by having the trusted name in front.",
  rationale:
    "`ghcr.lo`, `docker-io.com` and `quay.io.evil.example` are read as the real thing in a review; whoever owns the name owns what runs.",
  remediation: "Correct the host of the image.",
  severity: "critical",
  controls: [
    "CIS-2.0/5.5.1",
    "NIST-800-190/4.1.5",
    "OWASP-K8S-2022/K02",
    "MITRE-ATTACK-16/T1036.005",
    "MITRE-ATTACK-16/T1204.003",
    "NIST-800-53-5/SR-11",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<Params>({
    registries: [
      "docker.io",
      "gcr.io",
      "ghcr.io",
      "mcr.microsoft.com",
      "public.ecr.aws",
      "quay.io",
      "registry.k8s.io",
    ],
  }),
  *check({ object, params }) {
    const trusted = params.registries ?? [];
    for (const { role, name, image, place } of usedImages(object)) {
      const host = imageRegistry(image);
      if (trusted.some((registry) => isPartOf(host, registry))) continue;
      for (const registry of trusted) {
        if (isFamiliar(host, registry))
          yield violation(`${role} <${name}> takes <${host}> for ${registry}`, place);
      }
      if (isForeign(host)) yield violation(`${role} <${name}> has a registry in disguise <${host}>`, place);
    }
  },
});

/** A trusted host, or a subdomain of it, which has the same owner: `eu.gcr.io`. */
function isPartOf(host: string, registry: string): boolean {
  return host === registry || host.endsWith(`.${registry}`);
}

function isFamiliar(host: string, registry: string): boolean {
  return (
    host.startsWith(`${registry}.`) ||
    host.startsWith(`${registry}-`) ||
    host.startsWith(`${registry.replaceAll(".", "-")}.`) ||
    host.endsWith(`-${registry}`) ||
    isSlip(host, registry) ||
    withoutEnding(skeleton(host)) === withoutEnding(skeleton(registry))
  );
}

/** Registries that are written with the letters of others: of `ghcr.io`, say. */
const genuine: readonly string[] = ["gcr.io", "ghcr.io", "icr.io"];

/** The same letters in another order (`ghrc.io`), with one less (`registry.k8.io`) or one twice (`quayy.io`). */
function isSlip(host: string, registry: string): boolean {
  const length = codePointLength(registry);
  const letters = registry.replaceAll("-", "");
  return !genuine.includes(host) && regexMatches(`^[${letters}-]{${length - 1},${length + 1}}$`, host);
}

/** What is left where letters that look alike are one: 0 and o, 1, i and l, 5 and s, rn and m, vv and w. */
function skeleton(host: string): string {
  return host
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("0", "o")
    .replaceAll("1", "l")
    .replaceAll("i", "l")
    .replaceAll("5", "s")
    .replaceAll("-", "");
}

/** `ghcr.io` and `ghcr.com` without what comes after the last dot. */
function withoutEnding(host: string): string {
  const ending = host.split(".").at(-1) ?? "";
  return host.slice(0, host.length - ending.length);
}

/** Capitals, and letters that are not of the Latin alphabet, written out or as punycode. */
function isForeign(host: string): boolean {
  return host.startsWith("xn--") || host.includes(".xn--") || !/^[a-z0-9.:_[\]-]*$/.test(host);
}
