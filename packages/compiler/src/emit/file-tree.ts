/** A file that `build` would write: a path with `/`, relative to the output folder, and its text. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}
