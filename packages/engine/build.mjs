// Builds wasm/engine.wasm.br from go/ where its sources, its pins or the toolchain have changed.
// Plain JavaScript without dependencies: it runs before anything is installed or compiled.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const here = import.meta.dirname;
const sources = join(here, "go");
const target = join(here, "wasm");
const cacheBase =
  process.env.POLICYC_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "policyc");

const hash = sourceHash();
const compressed = join(target, "engine.wasm.br");
const manifest = join(target, "engine.json");

if (isCurrent(manifest) && existsSync(compressed)) process.exit(0);
mkdirSync(target, { recursive: true });
const kept = join(cacheBase, "engine-builds", hash);
if (existsSync(join(kept, "engine.json")) && existsSync(join(kept, "engine.wasm.br"))) {
  copyFileSync(join(kept, "engine.wasm.br"), compressed);
  copyFileSync(join(kept, "engine.json"), manifest);
  process.exit(0);
}
if (!hasGo()) {
  console.error("Go is missing: the engine (OPA and Kubernetes' CEL as WebAssembly) cannot be built.");
  console.error("Install Go 1.26 or newer from https://go.dev/dl and run the command again.");
  console.error(
    "Until then `policyc build` and `policyc test --engine js` work; everything that runs the emitted Rego or CEL does not.",
  );
  process.exit(process.argv.includes("--optional") ? 0 : 2);
}
build();

function sourceHash() {
  const digest = createHash("sha256");
  for (const name of readdirSync(sources)
    .filter((file) => /\.(go|mod|sum)$/.test(file))
    .sort()) {
    digest.update(`${name}\n`).update(readFileSync(join(sources, name)));
  }
  return digest.digest("hex").slice(0, 32);
}

function isCurrent(file) {
  return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).hash === hash;
}

function hasGo() {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function build() {
  const started = Date.now();
  const say = (text) => console.error(`engine: ${text} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  say("building OPA and Kubernetes' CEL for WebAssembly; a first build takes two to three minutes");
  const draft = join(target, "engine.wasm");
  const env = { ...process.env, GOOS: "wasip1", GOARCH: "wasm", CGO_ENABLED: "0", GOFLAGS: "-mod=readonly" };
  execFileSync(
    "go",
    [
      "build",
      "-trimpath",
      "-buildvcs=false",
      "-ldflags=-s -w -buildid=",
      "-buildmode=c-shared",
      "-o",
      draft,
      ".",
    ],
    { cwd: sources, env, stdio: ["ignore", "inherit", "inherit"] },
  );
  say("compressing");
  const bytes = readFileSync(draft);
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(`${compressed}.new`, packed);
  renameSync(`${compressed}.new`, compressed);
  rmSync(draft);
  const text = `${JSON.stringify({ hash, versions: versions() }, null, 2)}\n`;
  writeFileSync(manifest, text);
  try {
    mkdirSync(kept, { recursive: true });
    copyFileSync(compressed, join(kept, "engine.wasm.br"));
    copyFileSync(manifest, join(kept, "engine.json"));
  } catch {
    // A home that cannot be written costs the next clone a build.
  }
  say(`done: ${(bytes.length / 1e6).toFixed(0)} MB, ${(packed.length / 1e6).toFixed(0)} MB compressed`);
}

/** What go.mod pins, for `policyc --version`. */
function versions() {
  const pins = readFileSync(join(sources, "go.mod"), "utf8");
  const pin = (path) => new RegExp(`${path.replaceAll(".", "\\.")} v(\\S+)`).exec(pins)?.[1] ?? "unknown";
  const go = execFileSync("go", ["version"], { encoding: "utf8" }).split(" ")[2] ?? "unknown";
  return {
    opa: pin("github.com/open-policy-agent/opa"),
    cel: pin("github.com/google/cel-go"),
    kubernetes: pin("k8s.io/apiserver").replace(/^0\./, "1."),
    go: go.replace(/^go/, ""),
  };
}
