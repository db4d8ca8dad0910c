/**
 * Is the image on the list of exempt images? An entry is an exact reference, or a prefix that ends
 * with `*`. Write references with their registry, so that no other registry's image is exempt by accident.
 */
export function isExemptImage(image: string, exemptImages: readonly string[]): boolean {
  return exemptImages.some((entry) =>
    entry.endsWith("*") ? image.startsWith(entry.slice(0, -1)) : image === entry,
  );
}
