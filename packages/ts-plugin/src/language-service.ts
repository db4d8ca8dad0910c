import type ts from "typescript";
import { compilationsOf, isPolicy } from "./compilation.js";
import { editorDiagnostic } from "./editor-diagnostic.js";
import { hoverText } from "./hover.js";

type Extension = Pick<ts.LanguageService, "getSemanticDiagnostics" | "getQuickInfoAtPosition">;

/** The answers that policyc adds to TypeScript's own. */
export function extend(info: ts.server.PluginCreateInfo): Extension {
  const { languageService } = info;
  const compilations = compilationsOf(info);
  const programOf = (): ts.Program | undefined => languageService.getProgram();

  return {
    getSemanticDiagnostics(file) {
      const own = languageService.getSemanticDiagnostics(file);
      const source = programOf()?.getSourceFile(file);
      if (source === undefined || source.isDeclarationFile) return own;
      const found = compilations.diagnosticsIn(source);
      return [...own, ...found.map((diagnostic) => editorDiagnostic(diagnostic, source))];
    },
    getQuickInfoAtPosition(file, position, ...rest) {
      const own = languageService.getQuickInfoAtPosition(file, position, ...rest);
      const source = programOf()?.getSourceFile(file);
      if (own === undefined || source === undefined || !isPolicy(source)) return own;
      const word = source.text.slice(own.textSpan.start, own.textSpan.start + own.textSpan.length);
      const text = hoverText(word, compilations.emittedFrom(source));
      if (text === undefined) return own;
      return { ...own, documentation: [...(own.documentation ?? []), { kind: "text", text }] };
    },
  };
}
