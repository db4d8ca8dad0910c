import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Change, Obstacle, WritePlan } from "./plan.js";
import { reasonOf } from "./reason.js";

/** Did everything reach the disk? Where not, the folder is as it was. */
export type WriteResult =
  | { readonly kind: "written" }
  | { readonly kind: "refused"; readonly obstacles: readonly Obstacle[] };

/**
 * Carries out a plan, all or nothing: every new text is written beside its place first, then moved there, and
 * stale files go last. What fails before the first move leaves nothing behind; what fails after is put back.
 */
export function writeAtomically(plan: WritePlan): WriteResult {
  if (plan.obstacles.length > 0) return { kind: "refused", obstacles: plan.obstacles };
  const staged: string[] = [];
  const made: string[] = [];
  const moved: Change[] = [];
  let at = plan.folder;
  try {
    for (const { file } of plan.changed) {
      at = join(plan.folder, file.path);
      makeFolder(dirname(at), made);
      staged.push(at);
      writeFileSync(besides(at), file.text);
    }
    for (const change of plan.changed) {
      at = join(plan.folder, change.file.path);
      renameSync(besides(at), at);
      moved.push(change);
    }
  } catch (error) {
    const reason = reasonOf(error);
    for (const path of staged) rmSync(besides(path), { force: true });
    for (const change of moved) putBack(plan.folder, change);
    for (const folder of made.reverse()) removeIfEmpty(folder);
    return { kind: "refused", obstacles: [{ path: at, reason }] };
  }
  for (const path of plan.stale) removeStale(plan.folder, path);
  return { kind: "written" };
}

function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

/** Makes a folder and those above it, remembering which ones are new. */
function makeFolder(folder: string, made: string[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const added: string[] = [];
  for (let path = folder; path.length >= first.length; path = dirname(path)) added.unshift(path);
  made.push(...added);
}

function putBack(folder: string, { file, before }: Change): void {
  const path = join(folder, file.path);
  if (before === undefined) rmSync(path, { force: true });
  else writeFileSync(path, before);
}

function removeStale(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (
    let parent = dirname(join(folder, path));
    parent !== folder && parent.startsWith(folder);
    parent = dirname(parent)
  ) {
    if (!removeIfEmpty(parent)) return;
  }
}

function removeIfEmpty(folder: string): boolean {
  if (readdirSync(folder).length > 0) return false;
  rmdirSync(folder);
  return true;
}
