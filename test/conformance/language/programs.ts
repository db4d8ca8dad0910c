import { Collector } from "@policyc/diagnostics";
import { type Engine, loadEngine } from "@policyc/engine";
import {
  type AdmissionRequest,
  type JsonObject,
  type Params,
  parseManifests,
  requestOf,
} from "@policyc/testing";
import { constructs } from "../../language/constructs/index.js";
import { pods } from "../../language/pods.js";
import { constructModule } from "../../language/support/construct-module.js";
import type { Case } from "../../property/objects/cases.js";
import { askedOf } from "../../property/objects/requests.js";
import { moduleOf } from "../../property/programs/program.js";
import { cases, params, programOf, regressions } from "../../property/regressions/index.js";
import { draw } from "../../property/run/pairs.js";
import { at, objectOf } from "../json.js";

export interface Program {
  readonly name: string;
  readonly says: string;
  /** The module. */
  readonly text: string;
  readonly params: Params;
}

/** Programs that are all asked about the same requests. */
export interface Programs {
  readonly name: string;
  readonly policies: readonly Program[];
  readonly requests: readonly AdmissionRequest[];
}

/** What our own tests say of the language: its constructs, what once went wrong, and random programs. */
export async function programs(): Promise<readonly Programs[]> {
  const engine = await loadEngine();
  const ofConstructs = constructs.map((construct, position) => ({
    name: `construct-${position}`,
    says: construct.says,
    text: constructModule(construct, `construct-${position}`),
    params: construct.params ?? {},
  }));
  const ofRegressions = regressions.map((regression, position) => ({
    name: `regression-${position}`,
    says: regression.says,
    text: moduleOf(programOf(regression), `regression-${position}`),
    params,
  }));
  const ofPods = parseManifests(pods, "pods.yaml", new Collector()).map((pod) => requestOf(pod, {}).request);
  return [
    { name: "constructs", policies: ofConstructs, requests: ofPods.map(toldApart) },
    { name: "regressions", policies: ofRegressions, requests: created(cases, engine) },
    ...seeds.map((seed) => random(seed, engine)),
  ];
}

const seeds: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];

function random(seed: number, engine: Engine): Programs {
  const drawn = draw(seed, { programs: 60, objects: 60 });
  const all = drawn.programs.map((program, position) => ({
    name: `random-${position}`,
    says: `program ${position}`,
    text: moduleOf(program, `random-${position}`),
    params: drawn.params,
  }));
  // The CLI has no cluster to list.
  const policies = all.filter(({ text }) => !text.includes("inventory("));
  return { name: `seed-${seed}`, policies, requests: created(drawn.cases, engine) };
}

/** The CLI takes an object for the old one, too. */
function created(all: readonly Case[], engine: Engine): readonly AdmissionRequest[] {
  return all
    .filter(({ operation }) => operation === "CREATE")
    .map((one, index) => toldApart(askedOf(one, engine).request, index));
}

/** Objects of one name make the CLI panic, by the uid it says which one it means, and it is told of one user. */
function toldApart(request: AdmissionRequest, index: number): AdmissionRequest {
  const { object = {} } = request;
  const name = `${String(at(object, "metadata", "name") ?? "")}${index}`;
  const metadata = { ...objectOf(at(object, "metadata")), name, uid: `case-${index}` };
  const renamed: JsonObject = JSON.parse(JSON.stringify({ ...object, metadata }));
  return { ...request, name, object: renamed, userInfo: { username: "somebody", groups: [] } };
}
