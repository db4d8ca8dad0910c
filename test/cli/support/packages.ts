import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { clone } from "./project.js";
import { temporaryFolder } from "./temporary.js";

/** A package as it would be published. */
export interface PackedPackage {
  readonly name: string;
  /** Paths inside, without the leading `package/`. */
  readonly files: readonly string[];
  readonly tarball: string;
  readonly dependencies: readonly string[];
  readonly folder: string;
}

const folders = [
  "packages/diagnostics",
  "packages/ir",
  "packages/sdk",
  "packages/kinds",
  "packages/engine",
  "packages/compiler",
  "packages/testing",
  "policies",
  "packages/cli",
  "packages/ts-plugin",
] as const;

/** Compiles all packages and packs each as `npm publish` would. */
export function packAll(): readonly PackedPackage[] {
  execFileSync(process.execPath, [join(clone, "node_modules/typescript/bin/tsc"), "-b"], { cwd: clone });
  for (const script of ["diagnostic-pages.ts", "library.ts"])
    execFileSync(
      process.execPath,
      ["--import", "tsx", "--conditions=@policyc/source", `packages/cli/scripts/${script}`],
      { cwd: clone, stdio: "ignore" },
    );
  const target = temporaryFolder("pack");
  return folders.map((folder) => pack(join(clone, folder), target));
}

function pack(folder: string, target: string): PackedPackage {
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", target], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, npm_config_offline: "true" },
  });
  const [report]: readonly { name: string; filename: string; files: readonly { path: string }[] }[] =
    JSON.parse(packed);
  if (report === undefined) throw new Error(`npm pack said nothing of ${folder}`);
  const manifest: { dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  return {
    name: report.name,
    files: report.files.map(({ path }) => path).sort(),
    tarball: join(target, report.filename),
    dependencies: Object.keys(manifest.dependencies ?? {}),
    folder,
  };
}

/** Installs packed packages into a project as npm would, but with others' packages linked from the clone: no network. */
export function installInto(project: string, packages: readonly PackedPackage[]): void {
  const own = new Set(packages.map(({ name }) => name));
  for (const { name, tarball, dependencies, folder } of packages) {
    const place = join(project, "node_modules", name);
    mkdirSync(place, { recursive: true });
    execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", place]);
    for (const dependency of dependencies.filter((needed) => !own.has(needed))) {
      link(realpathSync(join(folder, "node_modules", dependency)), join(project, "node_modules", dependency));
    }
  }
  const bin = join(project, "node_modules/policyc/bin/policyc.js");
  chmodSync(bin, 0o755);
  link(bin, join(project, "node_modules/.bin/policyc"));
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(target, path);
}
