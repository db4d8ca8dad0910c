/**
 * By sort, how a part of a program is written. In a template `@text` is a part of the sort `text`, `@text{%t:text}` one that may
 * also read `%t`; `%t` is a name that nothing else has, and `@pathText?#1` is what TypeScript narrows, written again where `#1` stands.
 */
export interface Templates {
  readonly [sort: string]: readonly string[];
}
