import { relative, sep } from "node:path";
import type { Diagnostic as PolicyDiagnostic, Position, Span } from "@policyc/diagnostics";
import {
  type Diagnostic,
  DiagnosticCategory,
  ModuleKind,
  ModuleResolutionKind,
  type Node,
  Project,
  ScriptTarget,
  type SourceFile,
} from "ts-morph";
import { escapesTypes } from "./diagnostics/types.js";
import { typeProblem } from "./type-problem.js";

/** The author's modules, as our own fixed compiler options see them: whatever the project's tsconfig says. */
export class SourceProject {
  readonly #project: Project;
  readonly #root: string;
  /** Every span has one. */
  readonly #paths = new WeakMap<SourceFile, string>();

  constructor(root: string) {
    this.#root = root;
    this.#project = new Project({
      skipAddingFilesFromTsConfig: true,
      skipFileDependencyResolution: true,
      compilerOptions: {
        target: ScriptTarget.ES2023,
        lib: ["lib.es2023.d.ts"],
        module: ModuleKind.NodeNext,
        moduleResolution: ModuleResolutionKind.NodeNext,
        // The SDK ships its sources: helpers such as `containers()` are compiled like the author's own functions.
        customConditions: ["@policyc/source"],
        types: [],
        strict: true,
        noUncheckedIndexedAccess: true,
        allowImportingTsExtensions: true,
        noEmit: true,
        skipLibCheck: true,
      },
    });
  }

  /** All are there before the first is looked at: a program is made once for all of them. */
  sourceFiles(files: readonly string[]): readonly SourceFile[] {
    return files.map((file) => this.#project.addSourceFileAtPath(file));
  }

  /** A file that was read before. */
  known(file: string): SourceFile | undefined {
    return this.#project.getSourceFile(file);
  }

  /** What a file says now; without a text, what the disk has. */
  update(file: string, text: string | undefined): void {
    if (text !== undefined) this.#project.createSourceFile(file, text, { overwrite: true });
    else this.known(file)?.refreshFromFileSystemSync();
  }

  /** Each file with all that it imports, directly or not, but packages. */
  modulesOf(files: readonly SourceFile[]): ReadonlyMap<SourceFile, ReadonlySet<SourceFile>> {
    const imports = new Map<SourceFile, readonly SourceFile[]>();
    return new Map(files.map((file) => [file, reachable(file, imports, everythingUsedBy)]));
  }

  /** Every module that was read, by its absolute path, but those of packages: they change with their version. */
  inputs(): readonly string[] {
    const program = this.#project.getProgram().compilerObject;
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
  typeProblems(): (file: SourceFile) => readonly PolicyDiagnostic[] {
    const imports = new Map<SourceFile, readonly SourceFile[]>();
    const problems = new Map<SourceFile, readonly PolicyDiagnostic[]>();
    const problemsIn = (module: SourceFile): readonly PolicyDiagnostic[] => {
      const found = problems.get(module) ?? this.#typeProblems(module);
      problems.set(module, found);
      return found;
    };
    return (file) => [...reachable(file, imports, importsOf)].flatMap(problemsIn);
  }

  #typeProblems(module: SourceFile): readonly PolicyDiagnostic[] {
    const program = this.#project.getProgram();
    const errors = [...program.getSyntacticDiagnostics(module), ...program.getSemanticDiagnostics(module)];
    const silenced = [...module.getFullText().matchAll(silencers)];
    return [
      ...errors
        .filter((error) => error.getCategory() === DiagnosticCategory.Error)
        .map((error) =>
          typeProblem(error, module, (node) =>
            node === undefined ? this.#diagnosticSpan(error, module) : this.span(node),
          ),
        ),
      ...silenced.map(({ 0: comment, index }) =>
        escapesTypes(this.#between(module, index, index + comment.length), `\`${comment}\``),
      ),
    ];
  }

  span(node: Node): Span {
    return this.#between(node.getSourceFile(), node.getStart(), node.getEnd());
  }

  #diagnosticSpan(error: Diagnostic, module: SourceFile): Span {
    const start = error.getStart() ?? 0;
    return this.#between(module, start, start + (error.getLength() ?? 0));
  }

  #between(file: SourceFile, start: number, end: number): Span {
    return { file: this.path(file), start: positionAt(file, start), end: positionAt(file, end) };
  }

  /** Relative to the project, with `/`. */
  path(file: SourceFile): string {
    const path = this.#paths.get(file) ?? relative(this.#root, file.getFilePath()).split(sep).join("/");
    this.#paths.set(file, path);
    return path;
  }
}

/** The file and what it uses, and what that uses in turn; `imports` remembers what was looked up. */
function reachable(
  file: SourceFile,
  imports: Map<SourceFile, readonly SourceFile[]>,
  lookUp: (module: SourceFile) => readonly SourceFile[],
): ReadonlySet<SourceFile> {
  const found = new Set<SourceFile>();
  const visit = (module: SourceFile): void => {
    if (found.has(module)) return;
    found.add(module);
    const targets = imports.get(module) ?? lookUp(module);
    imports.set(module, targets);
    for (const target of targets) visit(target);
  };
  visit(file);
  return found;
}

function importsOf(module: SourceFile): readonly SourceFile[] {
  return module.getImportDeclarations().flatMap((declaration) => {
    const target = declaration.getModuleSpecifierSourceFile();
    return target !== undefined && declaration.isModuleSpecifierRelative() ? [target] : [];
  });
}

/** Also what is only handed on, and packages of the same repository; not what an installation alone changes. */
function everythingUsedBy(module: SourceFile): readonly SourceFile[] {
  return [...module.getImportDeclarations(), ...module.getExportDeclarations()].flatMap((declaration) => {
    const target = declaration.getModuleSpecifierSourceFile();
    return target === undefined || target.isInNodeModules() ? [] : [target];
  });
}

/** By the lines that TypeScript keeps for a file, which is not read again for each position. */
function positionAt(file: SourceFile, offset: number): Position {
  const { line, character } = file.compilerNode.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

const silencers = /@ts-(?:ignore|expect-error|nocheck)\b/g;
