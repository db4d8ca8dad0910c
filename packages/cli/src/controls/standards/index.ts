import type { Standard } from "../standard.js";
import { cis } from "./cis.js";
import { cis110 } from "./cis-1.10.js";
import { mitre } from "./mitre.js";
import { nistContainers, nistControls } from "./nist.js";
import { nsa } from "./nsa.js";
import { owasp2022, owasp2025 } from "./owasp.js";
import { pss } from "./pss.js";

/** The standards of a framework, by the framework's short name. */
export const standards = {
  cis: [cis, cis110],
  nsa: [nsa],
  pss: [pss],
  nist: [nistContainers, nistControls],
  owasp: [owasp2022, owasp2025],
  mitre: [mitre],
} as const satisfies Record<string, readonly Standard[]>;

export type Framework = keyof typeof standards;
