import { setTimeout as pause } from "node:timers/promises";

/** Asks again until there is an answer; throws with what was awaited when there is none in time. */
export async function waitUntil<Value>(
  what: string,
  probe: () => Promise<Value | undefined>,
  seconds = 60,
): Promise<Value> {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    const value = await probe();
    if (value !== undefined) return value;
    await pause(50);
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}
