import { name } from "./build.js";
import type { Context } from "./context.js";
import { once } from "./lowered.js";
import { print } from "./print.js";
import type { Cel } from "./syntax.js";

/** What reads a value several times: of a long one a name for it. */
export function repeated(value: Cel, wanted: string, cx: Context, body: (value: Cel) => Cel): Cel {
  if (isShort(value)) return body(value);
  const variable = cx.fresh(wanted);
  return once(value, variable, body(name(variable)));
}

/** To read it again is easier than a name for it. */
export function isShort(value: Cel): boolean {
  return print(value).length <= 64;
}
