import type { TestResult } from "@policyc/testing";
import { expect, it } from "vitest";
import { renderTestGithub } from "./test-github.js";
import { renderTestJunit } from "./test-junit.js";

function result(name: string, outcome: TestResult["outcome"], details: readonly string[] = []): TestResult {
  const at = { line: 3, column: 5 };
  return {
    policy: "ports",
    suite: "/p/suite.yaml",
    case: name,
    span: { file: "/p/suite.yaml", start: at, end: at },
    outcome,
    engines: [],
    ms: 1.5,
    details,
    diagnostics: [],
    violations: [],
  };
}

const results = [
  result("fine", "passed"),
  result('a < b & "c"', "failed", ["expected 50%\nmore: so"]),
  result("later", "skipped", ["not now"]),
];

it("writes JUnit XML with the text escaped", () => {
  expect(renderTestJunit(results, "/p")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="ports" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="ports" name="fine" file="suite.yaml" line="3" time="0.002"/>
    <testcase classname="ports" name="a &lt; b &amp; &quot;c&quot;" file="suite.yaml" line="3" time="0.002"><failure message="expected 50%
more: so">expected 50%
more: so</failure></testcase>
    <testcase classname="ports" name="later" file="suite.yaml" line="3" time="0.002"><skipped message="not now"/></testcase>
  </testsuite>
</testsuites>
`);
});

it("writes a command of GitHub for each failure alone", () => {
  expect(renderTestGithub(results, "/p")).toBe(
    '::error file=suite.yaml,line=3,col=5,title=ports%3A a < b & "c"::expected 50%25%0Amore: so\n',
  );
});
