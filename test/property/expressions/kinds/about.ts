import type { Templates } from "../templates.js";

/** What a policy about a kind reads. */
export interface About {
  /** What TypeScript calls the elements of the list that such policies go through. */
  readonly item: string;
  /** By sort, what is read of it: `.name:text .image:text?`. `root` is the object, `item` an element, `part` an object that may be absent. */
  readonly fields: { readonly [sort: string]: string };
  /** Constants beside those that all kinds have. */
  readonly constants?: Templates;
  /** Ways to write something beside those that all kinds have; `items` are the lists of elements. */
  readonly templates: Templates;
  /** What else can be read anywhere. */
  readonly names?: readonly string[];
}
