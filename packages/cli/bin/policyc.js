#!/usr/bin/env node
// The compiled program. In a clone this file is there before `tsc -b` has run, so that pnpm can link it.
import "../dist/main.js";
