import type { Templates } from "./templates.js";

/** `switch` in all its ways: in another, of what is asked, of a number, falling into what a test leaves. */
export const switched: Templates = {
  turn: [
    'switch (@text) { case "a": { const %v = @text; if (@condition{%v:text}) break; @say{%v:text} break; } case "web": if (@condition) break; @say default: @say }',
    'switch (@text) { case "a": switch (@text) { case "web": @say break; case "b": @leave; default: if (@condition) @say } break; case "web": @turn break; default: @say }',
    "switch (true) { case @condition === true: @say break; case @truth: case @truth: @turn break; default: @say }",
    "switch (@number) { case 0: @say break; case 1: case 2: @turn break; default: if (@condition) @leave; @say }",
    'switch (@text?) { case undefined: @say break; case "a": @leave; case "web": @say }',
    'switch (@text?) { case "a": case undefined: @leave; default: break; } @turn',
    "switch (@truth) { case true: @say break; case false: @turn }",
    "switch (@texts.length) { case 0: @leave; case 1: @say break; default: @turn }",
    'const %v = @text?; switch (%v) { case undefined: case "": @say break; default: @turn{%v:text} }',
    'switch (`@{@text}/@{@text}`) { case "a/a": @say break; case "web/a": @turn break; }',
    "switch (@text) { case @text: @say break; case @text: @leave; default: }  @turn",
    'let %v: string; switch (@text) { case "a": %v = @text; break; case "web": if (@condition) { %v = @text; break; } %v = @text; break; default: %v = @text; } @turn{%v:text}',
    'let %n = 0; switch (@text) { case "a": %n += 1; case "web": %n += 2; break; case "app": %n = 5; } @turn{%n:number}',
    'const %v: unknown = @any; switch (typeof %v) { case "string": @turn{%v:text} break; case "number": @turn{%v:number} break; case "undefined": @say break; default: @leave; }',
  ],
  text: [
    '(() => { switch (@text) { case "a": if (@condition) return @text; break; case "web": return @text; default: return @text; } return @text; })()',
    '((%x: string | undefined): string => { switch (%x) { case undefined: return @text; case "a": return @text{%x:text}; default: return @text{%x:text}; } })(@text?)',
  ],
  loop: [
    'for (const %t of @texts) { switch (%t) { case "a": if (@condition{%t:text}) continue; case "web": @say{%t:text} break; default: { if (@condition{%t:text}) break; @inner{%t:text} } } }',
    'for (const %t of @texts) switch (true) { case %t === "a": @say break; case @condition{%t:text} === true: continue; case %t.startsWith("w"): @say{%t:text} }',
    'for (const %d of @items) { let %v: string | undefined; switch (@text{%d:item}) { case "a": %v = @text{%d:item}; break; case "web": continue; default: if (@condition{%d:item}) %v = @text?{%d:item}; } if (%v !== undefined) @say{%d:item,%v:text} }',
  ],
};
