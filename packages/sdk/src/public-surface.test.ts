import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = (name: string): string => join(import.meta.dirname, name);
const config = ts.getParsedCommandLineOfConfigFile(
  source("../tsconfig.json"),
  { noEmit: true, composite: false },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
);
const program = ts.createProgram([source("index.ts"), source("inference.test-d.ts")], config?.options ?? {});

describe("the SDK's door", () => {
  it("infers the object, the parameters and the request in check and require", () => {
    const diagnostics = [...ts.getPreEmitDiagnostics(program)].map((diagnostic) => {
      const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
      return `${diagnostic.file?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
    });
    expect(diagnostics).toEqual([]);
  });

  it("explains every name that is not generated, with an example", () => {
    const checker = program.getTypeChecker();
    const index = program.getSourceFile(source("index.ts"));
    const module = index === undefined ? undefined : checker.getSymbolAtLocation(index);
    const names = module === undefined ? [] : checker.getExportsOfModule(module);
    const undocumented = names.filter((name) => {
      const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
      const isGenerated =
        symbol.declarations?.some((declaration) =>
          declaration.getSourceFile().fileName.includes("/kinds/"),
        ) === true;
      return !isGenerated && !symbol.getJsDocTags(checker).some((tag) => tag.name === "example");
    });
    expect(names.length).toBeGreaterThan(300);
    expect(undocumented.map((name) => name.name)).toEqual([]);
  });
});
