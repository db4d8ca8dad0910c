import { relative, sep } from "node:path";
import type { Diagnostic as PolicyDiagnostic, Position, Span } from "@policyc/diagnostics";
import { doneOnLoading, thisParameter } from "../diagnostics/flow.js";
import { endlessCheck, escapesTypes } from "../diagnostics/types.js";
import { doneWhileLoading } from "../loading.js";
import { descendantsOf } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { SourceFiles } from "./source-files.js";
import { typeProblem } from "./type-problem.js";

/** The author's modules, by the names of their files, and what TypeScript finds wrong with them. */
export class SourceProject {
  readonly #files: SourceFiles;
  readonly #root: string;
  /** Every span has one. */
  readonly #paths = new WeakMap<ts.SourceFile, string>();

  constructor(root: string) {
    this.#root = root;
    this.#files = new SourceFiles(root);
  }

  /** All are there before the first is looked at: a program is made once for all of them. */
  sourceFiles(files: readonly string[]): readonly ts.SourceFile[] {
    return this.#files.read(files);
  }

  /** A file that was read before, as it was then. */
  known(file: string): ts.SourceFile | undefined {
    return this.#files.known(file);
  }

  /** Whether a file says anything else now than what was read. Editors save, and save again. */
  isChanged(file: string, text: string | undefined): boolean {
    return this.#files.isChanged(file, text);
  }

  /** What a file says now; without a text, what the disk has. */
  update(file: string, text: string | undefined): void {
    this.#files.update(file, text);
  }

  /** Each file with all that it uses, directly or not, but packages. */
  modulesOf(files: readonly ts.SourceFile[]): ReadonlyMap<ts.SourceFile, ReadonlySet<ts.SourceFile>> {
    return new Map(files.map((file) => [file, this.#files.imports().usedBy(file)]));
  }

  /** Every module that was read, by its absolute path, but those of packages: they change with their version. */
  inputs(): readonly string[] {
    const program = this.#files.program();
    return program
      .getSourceFiles()
      .filter(
        (file) => !program.isSourceFileDefaultLibrary(file) && !file.fileName.includes("/node_modules/"),
      )
      .map((file) => file.fileName);
  }

  /**
   * TypeScript's own errors in a file and in the modules of the project that it imports. What was looked up for one file
   * is not looked up again for the next, as long as no module changes.
   */
  typeProblems(): (file: ts.SourceFile) => readonly PolicyDiagnostic[] {
    const problems = new Map<ts.SourceFile, readonly PolicyDiagnostic[]>();
    const problemsIn = (module: ts.SourceFile): readonly PolicyDiagnostic[] => {
      const found = problems.get(module) ?? this.#typeProblems(module);
      problems.set(module, found);
      return found;
    };
    const imports = this.#files.imports();
    return (file) => [...imports.importedBy(file)].flatMap(problemsIn);
  }

  #typeProblems(module: ts.SourceFile): readonly PolicyDiagnostic[] {
    const all = this.#checked(module);
    if (all === undefined) return [endlessCheck(this.#between(module, 0, 0))];
    // Where a module is missing, whatever comes of it has no type: that is not another mistake.
    const isLost = all.some(({ code }) => code === missingModule);
    const errors = isLost ? all.filter(({ code }) => !implicitlyAny.has(code)) : all;
    const silenced = [...module.text.matchAll(silencers)];
    return [
      ...errors
        .filter((error) => error.category === ts.DiagnosticCategory.Error)
        .map((error) =>
          typeProblem(error, module, (node) =>
            node === undefined ? this.#diagnosticSpan(error, module) : this.span(node),
          ),
        ),
      ...doneWhileLoading(module).map((node) => doneOnLoading(this.span(node))),
      ...thisParametersOf(module).map((node) => thisParameter(this.span(node))),
      ...silenced.map(({ 0: comment, index }) =>
        escapesTypes(this.#between(module, index, index + comment.length), `\`${comment}\``),
      ),
    ];
  }

  /** Nothing where TypeScript's checker calls itself without end (seen in TypeScript 6.0). */
  #checked(module: ts.SourceFile): readonly ts.Diagnostic[] | undefined {
    const program = this.#files.program();
    try {
      return [...program.getSyntacticDiagnostics(module), ...program.getSemanticDiagnostics(module)];
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  span(node: ts.Node): Span {
    return this.#between(node.getSourceFile(), node.getStart(), node.end);
  }

  #diagnosticSpan({ start = 0, length = 0 }: ts.Diagnostic, module: ts.SourceFile): Span {
    return this.#between(module, start, start + length);
  }

  #between(file: ts.SourceFile, start: number, end: number): Span {
    return { file: this.path(file), start: positionAt(file, start), end: positionAt(file, end) };
  }

  /** Relative to the project, with `/`. */
  path(file: ts.SourceFile): string {
    const path = this.#paths.get(file) ?? relative(this.#root, file.fileName).split(sep).join("/");
    this.#paths.set(file, path);
    return path;
  }
}

/** By the lines that TypeScript keeps for a file, which is not read again for each position. */
function positionAt(file: ts.SourceFile, offset: number): Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** "Cannot find module …", and what TypeScript says of names that it has no type for. */
const missingModule = 2307;
const implicitlyAny: ReadonlySet<number> = new Set([7006, 7019, 7031]);

/** `function f(this: void, name: string)`: the first argument of a call is that of the second parameter. */
function thisParametersOf(module: ts.SourceFile): readonly ts.Node[] {
  return /\(\s*this\s*:/.test(module.text)
    ? descendantsOf(module, ts.isParameter).filter(({ name }) => name.getText() === "this")
    : [];
}

const silencers = /@ts-(?:ignore|expect-error|nocheck)\b/g;
