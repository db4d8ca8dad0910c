import { execFileSync, spawn } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine, EngineError, type Reactor, requestText } from "@policyc/engine";
import { nativeEngine } from "./build.js";

/** An engine in a process of its own. What it has compiled it keeps: a long run takes a new one now and then. */
export interface NativeEngine {
  readonly engine: Engine;
  readonly stop: () => void;
}

export function startNativeEngine(): NativeEngine {
  const { reactor, stop } = startNativeReactor();
  return { engine: new Engine(reactor), stop };
}

/** The same with operations that further Go files add, for who asks for these himself. */
export function startNativeReactor(more: readonly string[] = []): {
  readonly reactor: Reactor;
  readonly stop: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "policyc-fuzz-"));
  const paths = [join(folder, "requests"), join(folder, "responses")] as const;
  execFileSync("mkfifo", paths);
  // Opened both ways, so that no end has to wait for its other one.
  const both = paths.map((path) => openSync(path, constants.O_RDWR));
  // Each process holds one end of a pipe alone: the engine ends when its requests do, however this process ends.
  const ends = [openSync(paths[0], constants.O_RDONLY), openSync(paths[1], constants.O_WRONLY)];
  const connection = {
    requests: openSync(paths[0], constants.O_WRONLY),
    responses: openSync(paths[1], constants.O_RDONLY),
  };
  const child = spawn(nativeEngine(more), { stdio: [...ends, "inherit"], env: { GOMAXPROCS: "1" } });
  for (const end of [...both, ...ends]) closeSync(end);
  rmSync(folder, { recursive: true });
  child.unref();
  return { reactor: reactorOn(connection), stop: () => child.kill() };
}

/** Pipes with a name: they are read and written at once, as the engine's calls have to be; those of a child are not. */
interface Connection {
  readonly requests: number;
  readonly responses: number;
}

function reactorOn({ requests, responses }: Connection): Reactor {
  return {
    call: (op, request) => {
      const body = Buffer.from(requestText(op, request));
      const size = Buffer.alloc(4);
      size.writeUInt32LE(body.length);
      writeAll(requests, Buffer.concat([size, body]));
      const answer = readAll(responses, readAll(responses, 4).readUInt32LE()).toString();
      const { result, error }: { result?: unknown; error?: string } = JSON.parse(answer);
      if (error !== undefined) throw new EngineError(error);
      return result;
    },
    // A native program gives back what it no longer needs.
    size: () => 0,
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function readAll(file: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; ) {
    const read = readSync(file, bytes, at, size - at, null);
    if (read === 0) throw new Error("the engine has ended");
    at += read;
  }
  return bytes;
}
