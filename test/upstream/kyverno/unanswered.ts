/**
 * The Kyverno policies that stay without one of ours, by their folder, each with what a predicate cannot know.
 * README.md says it at length; the tests skip them by these words.
 */
export const unanswered: ReadonlyMap<string, string> = new Map([
  ["block-large-images", "the size of an image is in its registry"],
  ["block-stale-images", "the date of an image is in its registry, and a predicate has no clock"],
  ["check-nvidia-gpu", "the environment of an image is in its registry"],
  ["only-trustworthy-registries-set-root", "the user of an image is in its registry"],
  ["require-image-source", "the labels of an image are in its registry"],
  ["ensure-production-matches-staging", "the test expects nothing"],
  ["pdb-minavailable", "the test gives a number in place of the budgets that a call to the API would list"],
  ["require-netpol", "the test gives a number in place of the policies that a call to the API would list"],
  [
    "require-unique-external-dns",
    "the test gives names in place of the Services that a call to the API would list",
  ],
  [
    "restrict-secrets-by-label",
    "the test gives a label in place of the Secret that a call to the API would get",
  ],
]);
