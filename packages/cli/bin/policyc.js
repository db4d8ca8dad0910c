#!/usr/bin/env node
// The compiled program. In a clone this file is there before `tsc -b` has run, so that pnpm can link it.
import module from "node:module";

// Node 22 and later keep the machine's form of what is loaded, TypeScript above all, from one call to the next.
module.enableCompileCache?.();
await import("../dist/main.js");
