import { defineConfig } from "vitest/config";

/** Tests run on the sources: no package has to be built for them, only the packing test builds. */
const fromSource = {
  resolve: { conditions: ["@policyc/source"] },
  ssr: { resolve: { conditions: ["@policyc/source"] } },
} as const;

export default defineConfig({
  ...fromSource,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/**/src/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: "architecture", include: ["test/architecture/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "language",
          include: ["test/language/**/*.test.ts", "test/diagnostics/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "docs",
          include: ["test/docs/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "editor",
          include: ["test/editor/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: "property", include: ["test/property/**/*.test.ts"], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: { name: "library", include: ["test/library/**/*.test.ts"], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: { name: "upstream", include: ["test/upstream/**/*.test.ts"], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: { name: "cli", include: ["test/cli/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
