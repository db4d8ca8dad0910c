import type { Construct } from "./construct.js";

export const absence: readonly Construct[] = [
  {
    says: "what is there or an empty object",
    body: `const user = request.userInfo ?? {}; for (const g of user.groups ?? []) yield violation(g); if ((user.groups ?? []).length === 0) yield violation(\`\${user.username ?? "nobody"} has no group\`);`,
  },
  {
    says: "what is there or an empty object: of the object",
    body: `const context = object.spec.securityContext ?? {}; if (context.runAsUser === undefined) yield violation("no user"); for (const c of object.spec.containers) { const own = c.securityContext ?? {}; if (own.privileged ?? false) yield violation(c.name); }`,
  },
];
