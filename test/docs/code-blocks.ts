import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const clone = join(import.meta.dirname, "../..");

/** A fenced block of a page. */
export interface CodeBlock {
  readonly page: string;
  /** The line of its fence. */
  readonly line: number;
  readonly language: string;
  /** What is said behind the language: the file that it shows. */
  readonly file: string | undefined;
  readonly text: string;
}

/** The pages that people read: the README, and all below docs/; those of diagnostics have a test of their own. */
export function pages(): readonly string[] {
  const docs = readdirSync(join(clone, "docs"), { recursive: true, encoding: "utf8" });
  return [
    "README.md",
    "CONTRIBUTING.md",
    "examples/quickstart/README.md",
    "policies/README.md",
    ...readdirSync(join(clone, "packages")).map((name) => join("packages", name, "README.md")),
    ...docs
      .filter((name) => name.endsWith(".md") && !name.startsWith("diagnostics"))
      .map((name) => join("docs", name)),
  ].sort();
}

export function codeBlocksIn(page: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: (Omit<CodeBlock, "page" | "text"> & { fence: string; lines: string[] }) | undefined;
  for (const [index, line] of readFileSync(join(clone, page), "utf8").split("\n").entries()) {
    const {
      fence,
      language = "",
      file,
    } = /^(?<fence>`{3,})(?<language>[\w-]*)(?: (?<file>\S+))?/.exec(line)?.groups ?? {};
    if (open === undefined) {
      if (fence !== undefined) open = { line: index + 1, fence, language, file, lines: [] };
    } else if (line.startsWith(open.fence)) {
      const { lines, fence: _, ...block } = open;
      blocks.push({ ...block, page, text: lines.join("\n") });
      open = undefined;
    } else {
      open.lines.push(line);
    }
  }
  return blocks;
}

/** Where relative links and paths in backticks lead. */
export function linksIn(page: string): readonly string[] {
  const text = readFileSync(join(clone, page), "utf8").replace(/^`{3,}[\s\S]*?^`{3,}$/gm, "");
  const links = [...text.matchAll(/\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)/g)].map(
    (match) => match.groups?.["target"] ?? "",
  );
  const folder = join(clone, page, "..");
  return links
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => relative(clone, join(folder, target)));
}
