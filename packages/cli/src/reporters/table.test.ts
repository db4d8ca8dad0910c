import { expect, it } from "vitest";
import { coloursFor } from "./colours.js";
import { table } from "./table.js";

it("aligns columns and leaves no blanks at line ends", () => {
  expect(
    table(
      ["POLICY", "FILES"],
      [
        ["allowed-repos", "5"],
        ["x", "12"],
      ],
      coloursFor({}, {}),
    ),
  ).toBe("POLICY         FILES\nallowed-repos  5\nx              12");
});
