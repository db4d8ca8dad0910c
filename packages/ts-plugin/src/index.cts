import type ts from "typescript";

/**
 * What tsserver loads, with `require`. The compiler is an ES module, so it comes a moment later; until then the editor
 * has TypeScript's own answers, and is asked to look again when it is there.
 */
function init(): ts.server.PluginModule {
  return {
    create(info) {
      const service = { ...info.languageService };
      const extended = import("./language-service.js").then(({ extend }) => {
        Object.assign(service, extend(info));
        info.project.refreshDiagnostics();
      });
      extended.catch((error: unknown) =>
        info.project.projectService.logger.info(`policyc: ${String(error)}`),
      );
      return service;
    },
  };
}

export = init;
