import { expect, it } from "vitest";
import { requestText } from "./request-text.js";

it("writes the numbers of a question to Rego as Go's float64 are", () => {
  const input = { uid: 1000660000, seconds: -31536000, port: 999999, text: "1000000", big: 2 ** 53 };
  expect(requestText("rego.eval", { handle: 0, input })).toBe(
    '{"op":"rego.eval","handle":0,"input":{"uid":1.00066e+09,"seconds":-3.1536e+07,"port":999999,"text":"1000000","big":9.007199254740992e+15}}',
  );
});

it("leaves what other engines are asked as JSON has it", () => {
  expect(requestText("cel.eval", { object: { uid: 1000660000 } })).toBe(
    '{"op":"cel.eval","object":{"uid":1000660000}}',
  );
});
