import { run } from "policyc";

/** What to do first where `dist` is not what the policies of this clone make: engines would judge something older. */
export async function whatIsOutdated(root: string): Promise<string | undefined> {
  let told = "";
  const note = (text: string): void => {
    told += text;
  };
  const code = await run(["node", "policyc", "build", "--check"], {
    cwd: () => root,
    env: {},
    stdout: { write: note },
    stderr: { write: note },
  });
  if (code === 0) return undefined;
  const differing = told.split("\n").filter((line) => /^(?:missing|outdated|stale) /.test(line)).length;
  return differing === 0
    ? `the policies do not build: run \`pnpm policyc build\`, and mend what it says\n${told}`
    : `dist is not what the policies make (${differing} files differ): run \`pnpm policyc build\` first`;
}
