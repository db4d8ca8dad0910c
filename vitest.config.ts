import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@policyc/source"] },
  ssr: { resolve: { conditions: ["@policyc/source"] } },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["packages/**/src/**/*.test.ts"] } },
    ],
  },
});
