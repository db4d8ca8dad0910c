import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

/** Processes that live together: they write into one folder, and end with it, also when we are interrupted. */
export class DaemonGroup {
  readonly #folder: string;
  readonly #children = new Map<string, ChildProcess>();
  readonly #killAll = (): void => {
    for (const child of this.#children.values()) child.kill("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  };
  readonly #interrupted = (): void => {
    this.#killAll();
    process.exit(130);
  };

  constructor(folder: string) {
    this.#folder = folder;
    process.once("exit", this.#killAll);
    process.once("SIGINT", this.#interrupted);
    process.once("SIGTERM", this.#interrupted);
  }

  start(name: string, program: string, args: readonly string[]): void {
    const log = openSync(this.#log(name), "a");
    const child = spawn(program, args, { cwd: this.#folder, stdio: ["ignore", log, log] });
    closeSync(log);
    child.on("error", () => undefined);
    this.#children.set(name, child);
  }

  /** The first that has ended although nobody stopped it. */
  dead(): string | undefined {
    for (const [name, child] of this.#children) {
      if (child.pid === undefined) return `${name} could not be started`;
      if (child.exitCode !== null) return `${name} exited with ${child.exitCode}, see ${this.#log(name)}`;
      if (child.signalCode !== null) return `${name} was ended by ${child.signalCode}`;
    }
    return undefined;
  }

  /** The last lines that each has written. */
  async logs(): Promise<string> {
    const tails = [...this.#children.keys()].map(async (name) => {
      const log = await readFile(this.#log(name), "utf8").catch(() => "");
      return `${name}: ${log.trimEnd().split("\n").slice(-5).join("\n")}`;
    });
    return (await Promise.all(tails)).join("\n");
  }

  async stop(): Promise<void> {
    // Last started, first stopped: nobody loses the one he talks to.
    for (const child of [...this.#children.values()].reverse()) {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, "exit");
      // What they hold goes with the folder, so there is nothing to end gently for.
      child.kill("SIGKILL");
      await ended;
    }
    process.off("exit", this.#killAll);
    process.off("SIGINT", this.#interrupted);
    process.off("SIGTERM", this.#interrupted);
  }

  #log(name: string): string {
    return join(this.#folder, `${name}.log`);
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port on loopback");
  return address.port;
}
