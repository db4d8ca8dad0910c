import { run } from "./program.js";

// `policyc … | head`: the reader has seen enough, which is no failure of ours.
process.stdout.on("error", (error: Error & { readonly code?: string }) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv, process);
