import { describe, expect, test } from "vitest";
import { binary, call, choice, list, name, text } from "./build.js";
import { print } from "./print.js";

const is = (value: string) => binary("==", name("modeOfTheMesh"), text(value));

describe("the layout of CEL", () => {
  test("what fits stays on one line", () => {
    expect(print(choice(is("a"), text("b"), text("c")))).toBe('modeOfTheMesh == "a" ? "b" : "c"');
  });

  test("a chain of choices is a table, with a line for what does not fit beside its test", () => {
    const long = binary(
      "+",
      name("aLongNameOfSomethingThatIsSaid"),
      name("anotherLongNameOfSomethingThatIsSaid"),
    );
    const chain = choice(is("a"), text("b"), choice(is("c"), long, choice(is("d"), text("e"), text("f"))));
    expect(print(chain)).toBe(
      [
        'modeOfTheMesh == "a" ? "b" :',
        'modeOfTheMesh == "c" ?',
        "  aLongNameOfSomethingThatIsSaid + anotherLongNameOfSomethingThatIsSaid :",
        'modeOfTheMesh == "d" ? "e" :',
        '"f"',
      ].join("\n"),
    );
  });

  test("a function of one list opens with the list", () => {
    const items = ["a", "b", "c"].map((letter) => text(letter.repeat(30)));
    const lines = items.map((item) => `  ${print(item)}`).join(",\n");
    expect(print(call("dyn", list(...items)))).toBe(`dyn([\n${lines}\n])`);
  });
});
