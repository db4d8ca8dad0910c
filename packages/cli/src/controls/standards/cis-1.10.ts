import type { Control, Standard } from "../standard.js";
import { cis } from "./cis.js";

/** What later versions added: `--service-account-extend-token-expiration` and `--seccomp-default`. */
const added: readonly string[] = ["1.2.30", "4.2.14"];

/** What later versions took out: it was a part of the recommendation after it. */
const gone: Control = { id: "5.2.9", title: "no added capabilities" };

/** The numbers of this version where later ones have others: there was no 5.6, and one more control in 5.2. */
const numbers: Readonly<Record<string, string>> = {
  "5.2.9": "5.2.10",
  "5.2.10": "5.2.11",
  "5.2.11": "5.2.12",
  "5.2.12": "5.2.13",
  "5.6.1": "5.7.1",
  "5.6.2": "5.7.2",
  "5.6.3": "5.7.3",
  "5.6.4": "5.7.4",
};

/** CIS Kubernetes Benchmark v1.10.0; numbers as in kube-bench's cfg/cis-1.10, which is for Kubernetes 1.28. */
export const cis110: Standard = {
  prefix: "CIS-1.10",
  title: "CIS Kubernetes Benchmark v1.10",
  url: cis.url,
  isComplete: true,
  kubeBench: ["cis-1.10"],
  controls: cis.controls
    .filter(({ id }) => !added.includes(id))
    .flatMap((control) => {
      const earlier = {
        ...control,
        id: numbers[control.id] ?? control.id,
        sameAs: `${cis.prefix}/${control.id}`,
      };
      return control.id === "5.2.9" ? [gone, earlier] : [earlier];
    }),
};
