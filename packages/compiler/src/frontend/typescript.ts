import ts = require("typescript");

/**
 * TypeScript, loaded as the CommonJS module that it is: imported like any other, Node would read its nine megabytes twice
 * more, to find out what kind of module it is and which names it exports.
 */
export { ts };
