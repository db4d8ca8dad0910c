import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

/** A real tsserver, spoken to as an editor does. */
export class TsServer {
  readonly #process: ChildProcess;
  readonly #waiting = new Set<(message: Message) => void>();
  #sequence = 0;

  constructor(cwd: string) {
    const server = createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");
    const args = [server, "--disableAutomaticTypingAcquisition", "--allowLocalPluginLoads"];
    this.#process = spawn(process.execPath, args, { cwd, stdio: ["pipe", "pipe", "inherit"] });
    const { stdout } = this.#process;
    if (stdout === null) throw new Error("tsserver has no output");
    createInterface({ input: stdout }).on("line", (line) => {
      if (!line.startsWith("{")) return;
      const message: Message = JSON.parse(line);
      for (const listener of this.#waiting) listener(message);
    });
  }

  notify(command: string, args: object): void {
    this.#sequence += 1;
    this.#process.stdin?.write(
      `${JSON.stringify({ seq: this.#sequence, type: "request", command, arguments: args })}\n`,
    );
  }

  request(command: string, args: object): Promise<Message> {
    const sequence = this.#sequence + 1;
    const answer = this.#next((message) => message.request_seq === sequence);
    this.notify(command, args);
    return answer;
  }

  /** The next event of this name about this file. */
  event(name: string, file: string): Promise<Message> {
    return this.#next((message) => message.event === name && message.body?.file === file);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill();
    await ended;
  }

  #next(wanted: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => {
      const listener = (message: Message): void => {
        if (!wanted(message)) return;
        this.#waiting.delete(listener);
        resolve(message);
      };
      this.#waiting.add(listener);
    });
  }
}

export interface Message {
  readonly event?: string;
  readonly request_seq?: number;
  readonly body?: {
    readonly file?: string;
    readonly documentation?: string;
    readonly diagnostics?: readonly EditorDiagnostic[];
  };
}

export interface EditorDiagnostic {
  readonly start: { readonly line: number; readonly offset: number };
  readonly text: string;
  readonly code: number;
  readonly source?: string;
  readonly category: string;
}
