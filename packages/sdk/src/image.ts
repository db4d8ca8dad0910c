/**
 * The parts of a container image's reference.
 *
 * @example
 * const parts: ImageReference = image("nginx:1.29");
 */
export interface ImageReference {
  /** The host, with its port; `docker.io` where the reference names none. */
  readonly registry: string;
  /** The path in the registry; Docker Hub's own images are in `library/`. */
  readonly repository: string;
  /** Absent where the reference has none: then the runtime takes `latest`, or the digest alone. */
  readonly tag: string | undefined;
  /** `sha256:…`. */
  readonly digest: string | undefined;
}

/**
 * Takes an image reference apart by Docker's rules: the part before the first `/` is a registry where it has a dot,
 * a colon or a capital, or is `localhost`. It does not check that the parts are well-formed.
 *
 * @example image("nginx").repository // "library/nginx"
 */
export function image(reference: string): ImageReference {
  return {
    registry: imageRegistry(reference),
    repository: imageRepository(reference),
    tag: imageTag(reference),
    digest: imageDigest(reference),
  };
}

/**
 * The registry of an image reference: `docker.io` where it names none.
 *
 * @example imageRegistry("ghcr.io/org/app:1") // "ghcr.io"
 */
export function imageRegistry(reference: string): string {
  const host = explicitHost(reference) ?? "docker.io";
  return host === "index.docker.io" ? "docker.io" : host;
}

/**
 * The repository of an image reference, without registry, tag and digest.
 *
 * @example imageRepository("ghcr.io/org/app:1") // "org/app"
 */
export function imageRepository(reference: string): string {
  const path = pathOf(reference);
  const isOfficial = !path.includes("/") && imageRegistry(reference) === "docker.io";
  return isOfficial ? `library/${withoutTag(path)}` : withoutTag(path);
}

/**
 * The tag of an image reference, absent where it has none.
 *
 * @example imageTag("nginx:1.29@sha256:…") // "1.29"
 */
export function imageTag(reference: string): string | undefined {
  const path = pathOf(reference);
  const colon = path.indexOf(":");
  return colon < 0 ? undefined : path.slice(colon + 1);
}

/**
 * The digest of an image reference with its algorithm, absent where it has none.
 *
 * @example imageDigest("nginx@sha256:abc") // "sha256:abc"
 */
export function imageDigest(reference: string): string | undefined {
  return reference.split("@")[1];
}

function withoutTag(path: string): string {
  return path.split(":")[0] ?? "";
}

/** The registry where the reference names one: distribution/reference, `splitDockerDomain`. */
function explicitHost(reference: string): string | undefined {
  const name = reference.split("@")[0] ?? "";
  const first = name.split("/")[0] ?? "";
  return name.includes("/") && isHost(first) ? first : undefined;
}

function isHost(part: string): boolean {
  return part === "localhost" || /[.:A-Z]/.test(part);
}

/** The path after the registry, with the tag. */
function pathOf(reference: string): string {
  const name = reference.split("@")[0] ?? "";
  return explicitHost(reference) === undefined ? name : name.slice(name.indexOf("/") + 1);
}
