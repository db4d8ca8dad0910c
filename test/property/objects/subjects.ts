import { type KindName, kindNames } from "./shapes.js";

/** Policies about several kinds, by the type that their object has. */
const several = {
  Workload: ["Pod", "Deployment", "CronJob"],
  Exposed: ["Service", "Ingress", "Pod"],
} as const satisfies Record<string, readonly [KindName, ...KindName[]]>;

export type Several = keyof typeof several;

/** What a program is about: objects of a kind, or of one of several. */
export type Subject = KindName | Several;

/** What batches are about, in turn. */
export const subjects: readonly Subject[] = [
  ...kindNames,
  "ClusterRole",
  "NetworkPolicy",
  "Widget",
  "Workload",
  "Exposed",
];

export function isSeveral(subject: string): subject is Several {
  return Object.hasOwn(several, subject);
}

export function kindsOf(subject: Subject): readonly [KindName, ...KindName[]] {
  return isSeveral(subject) ? several[subject] : [subject];
}
