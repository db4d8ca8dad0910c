import { describe, expect, it } from "vitest";
import { image } from "./image.js";

const digest = `sha256:${"a".repeat(64)}`;

describe("image", () => {
  // Checked against github.com/distribution/reference v0.6.0, ParseNormalizedNamed.
  it.each([
    ["nginx", "docker.io", "library/nginx", undefined, undefined],
    ["nginx:1.29", "docker.io", "library/nginx", "1.29", undefined],
    ["org/app", "docker.io", "org/app", undefined, undefined],
    ["docker.io/nginx", "docker.io", "library/nginx", undefined, undefined],
    ["index.docker.io/nginx:1", "docker.io", "library/nginx", "1", undefined],
    ["docker.io/library/nginx", "docker.io", "library/nginx", undefined, undefined],
    ["ghcr.io/org/app:1", "ghcr.io", "org/app", "1", undefined],
    ["localhost/app", "localhost", "app", undefined, undefined],
    ["localhost:5000/app:2", "localhost:5000", "app", "2", undefined],
    ["registry:5000/a/b/c", "registry:5000", "a/b/c", undefined, undefined],
    ["Registry/app", "Registry", "app", undefined, undefined],
    [`nginx@${digest}`, "docker.io", "library/nginx", undefined, digest],
    [`ghcr.io/org/app:1@${digest}`, "ghcr.io", "org/app", "1", digest],
    ["[::1]:5000/app:1", "[::1]:5000", "app", "1", undefined],
  ])("%s", (reference, registry, repository, tag, itsDigest) => {
    expect(image(reference)).toEqual({ registry, repository, tag, digest: itsDigest });
  });
});
