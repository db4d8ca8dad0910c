import { relative, sep } from "node:path";
import type { Collector, Diagnostic as PolicyDiagnostic, Span } from "@policyc/diagnostics";
import {
  type Diagnostic,
  DiagnosticCategory,
  ModuleKind,
  ModuleResolutionKind,
  type Node,
  Project,
  ScriptTarget,
  type SourceFile,
  ts,
} from "ts-morph";
import { impure } from "./diagnostics/flow.js";
import { escapesTypes, typeError } from "./diagnostics/types.js";

/** The author's modules, as our own fixed compiler options see them: whatever the project's tsconfig says. */
export class SourceProject {
  readonly #project: Project;
  readonly #root: string;

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

  /** What a file says now; without a text, what the disk has. */
  update(file: string, text: string | undefined): void {
    if (text !== undefined) this.#project.createSourceFile(file, text, { overwrite: true });
    else this.#project.getSourceFile(file)?.refreshFromFileSystemSync();
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

  /** Reports TypeScript's own errors in the given files and in the modules of the project that they import. */
  reportTypeErrors(files: readonly SourceFile[], collector: Collector): ReadonlySet<SourceFile> {
    const broken = new Set<SourceFile>();
    for (const file of files) {
      for (const module of ownModules(file)) {
        const errors = [
          ...this.#project.getProgram().getSyntacticDiagnostics(module),
          ...this.#project.getProgram().getSemanticDiagnostics(module),
        ];
        for (const error of errors) {
          if (error.getCategory() !== DiagnosticCategory.Error) continue;
          broken.add(file);
          collector.report(typeProblem(error, this.#diagnosticSpan(error, module)));
        }
        for (const { 0: comment, index } of module.getFullText().matchAll(silencers))
          collector.report(
            escapesTypes(this.#between(module, index, index + comment.length), `\`${comment}\``),
          );
      }
    }
    return broken;
  }

  span(node: Node): Span {
    return this.#between(node.getSourceFile(), node.getStart(), node.getEnd());
  }

  #diagnosticSpan(error: Diagnostic, module: SourceFile): Span {
    const start = error.getStart() ?? 0;
    return this.#between(module, start, start + (error.getLength() ?? 0));
  }

  #between(file: SourceFile, start: number, end: number): Span {
    return {
      file: this.path(file),
      start: file.getLineAndColumnAtPos(start),
      end: file.getLineAndColumnAtPos(end),
    };
  }

  /** Relative to the project, with `/`. */
  path(file: SourceFile): string {
    return relative(this.#root, file.getFilePath()).split(sep).join("/");
  }
}

/** The file and what it imports, without packages. */
function ownModules(file: SourceFile): readonly SourceFile[] {
  const found = new Set<SourceFile>();
  const visit = (module: SourceFile): void => {
    if (found.has(module)) return;
    found.add(module);
    for (const declaration of module.getImportDeclarations()) {
      const target = declaration.getModuleSpecifierSourceFile();
      if (target !== undefined && declaration.isModuleSpecifierRelative()) visit(target);
    }
  };
  visit(file);
  return [...found];
}

const silencers = /@ts-(?:ignore|expect-error|nocheck)\b/g;

/** Names that a page or Node has, and no policy engine. */
const outside = /Cannot find name '(console|process|fetch|require|Buffer|setTimeout|window|crypto)'/;

function typeProblem(error: Diagnostic, span: Span): PolicyDiagnostic {
  const text = messageText(error);
  const name = outside.exec(text)?.[1];
  return name === undefined ? typeError(span, error.getCode(), text) : impure(span, `\`${name}\``);
}

function messageText(error: Diagnostic): string {
  return ts.flattenDiagnosticMessageText(error.compilerObject.messageText, " ").replace(/\s+/g, " ");
}
