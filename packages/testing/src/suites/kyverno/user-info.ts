import { userInfoOf } from "../../fixtures/admission-review.js";
import { objectAt, textAt } from "../../fixtures/json.js";
import type { UserInfo } from "../../fixtures/request.js";
import { beside } from "../beside.js";
import { fileNotThere } from "../diagnostics/suite.js";
import { firstDocument, type TestReading } from "./document.js";

/**
 * Who sends the requests: `userinfo` of a Test. Its `roles` and `clusterRoles` are left aside: Kyverno looks them up
 * in the cluster, an admission request does not have them.
 */
export function testUser({ document, read, collector }: TestReading): UserInfo | undefined {
  const path = textAt(document.value, "userinfo");
  if (path === undefined || path === "") return undefined;
  const file = beside(document.file, path);
  const text = read(file);
  if (text !== undefined)
    return userInfoOf(objectAt(firstDocument(text, file, collector)?.value, "userInfo"));
  collector.report(fileNotThere(document.locate(["userinfo"]), path));
  return undefined;
}
