import { describe, expect, it } from "vitest";
import { placesOf } from "./fault.js";
import type { Finding } from "./finding.js";

interface Said {
  readonly policy: string;
  readonly message: string;
  readonly severity?: Finding["policy"]["severity"];
  readonly coveredBy?: readonly string[];
  readonly line?: number;
}

function finding({ policy, message, severity = "low", coveredBy, line = 1 }: Said): Finding {
  const about = { title: policy, description: "", controls: [], pack: "p", file: "f", params: {} };
  const match = { kinds: [], operations: [] };
  const exclusions = { excludedNamespaces: [], exemptions: [] };
  const gatekeeper = { kind: "P", modules: [], packageName: "p", schema: {}, operations: [], match: {} };
  const made = { ...about, match, exclusions, minKubernetes: "1.30", gatekeeper };
  const start = { line, column: 1 };
  return {
    policy: { ...made, name: policy, severity, ...(coveredBy === undefined ? {} : { coveredBy }) },
    message,
    subject: { kind: "Pod", name: "web" },
    span: { file: "web.yaml", start, end: start },
  };
}

/** Each fault as `told+also+also`. */
function faults(...said: readonly Said[]): readonly (readonly string[])[] {
  return placesOf(said.map(finding)).map((place) =>
    place.faults.map(({ told, also }) => [told, ...also].map(({ policy }) => policy.name).join("+")),
  );
}

describe("what is one fault", () => {
  it("is what has the same message, at the same place", () => {
    const same = { message: "no root" };
    expect(faults({ policy: "a", ...same }, { policy: "b", ...same })).toEqual([["a+b"]]);
    expect(faults({ policy: "a", ...same }, { policy: "b", ...same, line: 2 })).toEqual([["a"], ["b"]]);
    expect(faults({ policy: "a", ...same }, { policy: "b", message: "no host" })).toEqual([["a", "b"]]);
  });

  it("is told by the policy that covers the others, also through others", () => {
    expect(
      faults(
        { policy: "a", message: "1", coveredBy: ["b"] },
        { policy: "b", message: "2", coveredBy: ["c"] },
        { policy: "c", message: "3" },
      ),
    ).toEqual([["c+b+a"]]);
  });

  it("is found by one alone where what covers it has found nothing there", () => {
    expect(faults({ policy: "a", message: "1", coveredBy: ["b"] })).toEqual([["a"]]);
  });

  it("loses nothing where policies cover each other", () => {
    expect(
      faults(
        { policy: "a", message: "1", coveredBy: ["b"] },
        { policy: "b", message: "2", coveredBy: ["a"] },
      ),
    ).toEqual([["b+a"]]);
  });

  it("prefers the same message to what else the covering policy says there", () => {
    expect(
      faults(
        { policy: "level", message: "seccomp", coveredBy: ["root", "seccomp"] },
        { policy: "root", message: "root" },
        { policy: "seccomp", message: "seccomp" },
      ),
    ).toEqual([["seccomp+level", "root"]]);
  });

  it("is as bad as the worst that found it, and the worst comes first", () => {
    const [place] = placesOf([
      finding({ policy: "a", message: "1" }),
      finding({ policy: "b", message: "2", severity: "critical", coveredBy: ["c"] }),
      finding({ policy: "c", message: "3", severity: "medium" }),
    ]);
    expect(place?.faults.map(({ told, severity }) => [told.policy.name, severity])).toEqual([
      ["c", "critical"],
      ["a", "low"],
    ]);
  });

  it("is told by the worst of those that no other covers", () => {
    expect(
      faults(
        { policy: "a", message: "no root", severity: "medium" },
        { policy: "b", message: "no root", severity: "high" },
        { policy: "c", message: "no root", severity: "critical", coveredBy: ["a"] },
      ),
    ).toEqual([["b+a+c"]]);
  });
});
