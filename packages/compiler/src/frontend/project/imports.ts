import { checkerOf } from "../types/checker.js";
import { ts } from "../typescript.js";
import { isOwnModule } from "./module-paths.js";

/** A module that another one names, to import it or to hand it on. */
interface Import {
  readonly module: ts.SourceFile;
  /** Of the project itself, and of no package. */
  readonly isOwn: boolean;
}

/** Who imports whom, as long as no module changes. */
export class Imports {
  readonly #program: ts.Program;
  readonly #known = new Map<ts.SourceFile, readonly Import[]>();

  constructor(program: ts.Program) {
    this.#program = program;
  }

  /** A module with those of the project that it imports or hands on, directly or not. */
  importedBy(module: ts.SourceFile): ReadonlySet<ts.SourceFile> {
    return this.#reachable(module, ({ isOwn }) => isOwn);
  }

  /** Also packages of the same repository; not what an installation alone changes. */
  usedBy(module: ts.SourceFile): ReadonlySet<ts.SourceFile> {
    return this.#reachable(module, (one) => !one.module.fileName.includes("/node_modules/"));
  }

  #reachable(start: ts.SourceFile, isWanted: (one: Import) => boolean): ReadonlySet<ts.SourceFile> {
    const found = new Set<ts.SourceFile>();
    const visit = (module: ts.SourceFile): void => {
      if (found.has(module)) return;
      found.add(module);
      for (const one of this.#importsOf(module)) if (isWanted(one)) visit(one.module);
    };
    visit(start);
    return found;
  }

  #importsOf(module: ts.SourceFile): readonly Import[] {
    const known =
      this.#known.get(module) ?? module.statements.flatMap((statement) => this.#importBy(statement));
    this.#known.set(module, known);
    return known;
  }

  #importBy(statement: ts.Statement): readonly Import[] {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier: specifier } = statement;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    const module = this.#moduleNamed(specifier);
    const isOwn = isOwnModule(specifier.text, this.#program.getCompilerOptions().paths);
    return module === undefined ? [] : [{ module, isOwn }];
  }

  /** A file that exports nothing (yet) has no symbol. */
  #moduleNamed(specifier: ts.StringLiteral): ts.SourceFile | undefined {
    const declared = checkerOf(specifier).getSymbolAtLocation(specifier)?.declarations?.find(ts.isSourceFile);
    if (declared !== undefined) return declared;
    const from = specifier.getSourceFile().fileName;
    const { resolvedModule } = ts.resolveModuleName(
      specifier.text,
      from,
      this.#program.getCompilerOptions(),
      ts.sys,
    );
    return resolvedModule && this.#program.getSourceFile(resolvedModule.resolvedFileName);
  }
}
