/** Not an image: what Grype calls by a scheme or a path. */
const others: readonly string[] = ["sbom:", "dir:", "file:", "purl:", "./", "/"];

/** Is what is scanned an image by a tag? A digest cannot be moved; a variable may hold one. */
export function isMovable(target: string): boolean {
  return (
    !target.includes("@") && !target.includes("$") && !others.some((scheme) => target.startsWith(scheme))
  );
}
