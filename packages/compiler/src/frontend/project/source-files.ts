import { sep } from "node:path";
import { defect } from "@policyc/diagnostics";
import { answerWith } from "../types/checker.js";
import { ts } from "../typescript.js";
import { withBraces } from "./bodies-in-braces.js";
import { Imports } from "./imports.js";
import { modulePathsOf } from "./module-paths.js";
import { withoutEmptyStatements } from "./without-empty-statements.js";

/** Our own, whatever the project's tsconfig says, but for where modules are. */
const ownOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  // The SDK ships its sources: helpers such as `containers()` are compiled like the author's own functions.
  customConditions: ["@policyc/source"],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
};

/** Modules, and all that they import, as one program of TypeScript: after a change, no more is read than that. */
export class SourceFiles {
  readonly #modules = new Set<string>();
  /** What is not saved yet. */
  readonly #texts = new Map<string, string>();
  readonly #parsed = new Map<string, ts.SourceFile>();
  readonly #options: ts.CompilerOptions;
  readonly #host: ts.CompilerHost;
  #program: ts.Program | undefined;
  #imports: Imports | undefined;
  #isOutdated = true;

  constructor(root: string) {
    this.#options = { ...ownOptions, paths: { ...modulePathsOf(root) } };
    this.#host = this.#rememberingHost();
  }

  /** These, beside what was read before: a program is made once for all of them. */
  read(files: readonly string[]): readonly ts.SourceFile[] {
    const wanted = files.map(withSlashes);
    this.#isOutdated ||= wanted.some((file) => !this.#modules.has(file));
    for (const file of wanted) this.#modules.add(file);
    const program = this.program();
    return wanted.map((file) => program.getSourceFile(file) ?? defect(`${file} is gone`));
  }

  program(): ts.Program {
    if (this.#program !== undefined && !this.#isOutdated) return this.#program;
    const before = this.#program === undefined ? {} : { oldProgram: this.#program };
    this.#program = ts.createProgram({
      rootNames: [...this.#modules],
      options: this.#options,
      host: this.#host,
      ...before,
    });
    this.#imports = undefined;
    this.#isOutdated = false;
    answerWith(this.#program);
    return this.#program;
  }

  /** Who imports whom, as the program has it. */
  imports(): Imports {
    const program = this.program();
    this.#imports ??= new Imports(program);
    return this.#imports;
  }

  /** A file of the program, as it was when that was made. */
  known(file: string): ts.SourceFile | undefined {
    return this.#program?.getSourceFile(withSlashes(file));
  }

  isChanged(file: string, text: string | undefined): boolean {
    const path = withSlashes(file);
    return this.#parsed.get(path)?.text !== (text ?? ts.sys.readFile(path));
  }

  /** What a file says now; without a text, what the disk has, perhaps none. */
  update(file: string, text: string | undefined): void {
    const path = withSlashes(file);
    if (text === undefined) this.#texts.delete(path);
    else this.#texts.set(path, text);
    if (text === undefined && !ts.sys.fileExists(path)) this.#modules.delete(path);
    this.#parsed.delete(path);
    this.#isOutdated = true;
  }

  #rememberingHost(): ts.CompilerHost {
    const host = ts.createCompilerHost(this.#options);
    const read: ts.CompilerHost["getSourceFile"] = (file, how, ...others) => {
      const text = this.#texts.get(file);
      return text === undefined
        ? host.getSourceFile(file, withoutJsDoc(file, how), ...others)
        : ts.createSourceFile(file, text, how);
    };
    return {
      ...host,
      fileExists: (file) => this.#texts.has(file) || host.fileExists(file),
      getSourceFile: (file, ...how) => {
        const before = this.#parsed.get(file);
        if (before !== undefined) return before;
        const parsed = read(file, ...how);
        if (parsed !== undefined) this.#parsed.set(file, withBraces(withoutEmptyStatements(parsed)));
        return parsed;
      },
    };
  }
}

/** Nobody asks for the comments of JavaScript's own library. */
function withoutJsDoc(
  file: string,
  how: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.ScriptTarget | ts.CreateSourceFileOptions {
  const isOfLibrary = typeof how === "object" && /\/typescript\/lib\/lib\.[^/]+$/.test(file);
  return isOfLibrary ? { ...how, jsDocParsingMode: ts.JSDocParsingMode.ParseNone } : how;
}

function withSlashes(file: string): string {
  return file.split(sep).join("/");
}
