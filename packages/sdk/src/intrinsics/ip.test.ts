import { describe, expect, it } from "vitest";
import { cidrContains, isCidr, isIp } from "./ip.js";

describe("isIp", () => {
  it.each([
    "0.0.0.0",
    "255.255.255.255",
    "::",
    "::1",
    "2001:db8::1",
    "1:2:3:4:5:6:7:8",
    "1::8",
    "64:ff9b::1.2.3.4",
    "FE80::A",
  ])("takes %s", (text) => {
    expect(isIp(text)).toBe(true);
  });
  it.each([
    "",
    "1.2.3",
    "1.2.3.4.5",
    "256.0.0.1",
    "01.2.3.4",
    "1.2.3.4 ",
    "::ffff:1.2.3.4",
    "fe80::1%eth0",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1::2::3",
    "1:2:3:4:5:6:7:8::",
    "12345::",
    ":1",
    "1:",
    ":::",
    "10.0.0.0/8",
  ])("refuses %j", (text) => {
    expect(isIp(text)).toBe(false);
  });
});

describe("isCidr", () => {
  it.each(["10.0.0.0/8", "10.1.2.3/8", "0.0.0.0/0", "1.2.3.4/32", "::/0", "2001:db8::/32"])(
    "takes %s",
    (text) => {
      expect(isCidr(text)).toBe(true);
    },
  );
  it.each(["10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/", "::/129", "10.0.0.0/8/8", "x/8"])(
    "refuses %j",
    (text) => {
      expect(isCidr(text)).toBe(false);
    },
  );
});

describe("cidrContains", () => {
  it.each([
    ["10.0.0.0/8", "10.255.0.1", true],
    ["10.9.9.9/8", "10.255.0.1", true],
    ["10.0.0.0/8", "11.0.0.1", false],
    ["0.0.0.0/0", "11.0.0.1", true],
    ["0.0.0.0/0", "::1", false],
    ["10.0.0.0/8", "10.1.0.0/16", true],
    ["10.1.0.0/16", "10.0.0.0/8", false],
    ["10.0.0.0/8", "10.0.0.0/8", true],
    ["2001:db8::/32", "2001:db8:1::1", true],
    ["2001:db8::/32", "2001:db9::1", false],
    ["10.0.0.1/32", "10.0.0.1", true],
    ["nonsense", "10.0.0.1", false],
    ["10.0.0.0/8", "nonsense", false],
  ])("%s and %s: %s", (cidr, address, expected) => {
    expect(cidrContains(cidr, address)).toBe(expected);
  });
});
