/** What a request says beside the object, and the namespace around it. */
export const asked = {
  AdmissionRequest: {
    "operation?": "string operation",
    "name?": "string name",
    "namespace?": "string name",
    "dryRun?": "boolean",
    "subResource?": "string name",
    "userInfo?": "UserInfo",
    "kind?": "RequestKind",
    "options?": "RequestOptions",
  },
  UserInfo: {
    "username?": "string name",
    "uid?": "string name",
    "groups?": "string[] name",
    "extra?": "lists name",
  },
  RequestKind: { group: "string name", version: "string name", kind: "string name" },
  RequestOptions: {
    "fieldManager?": "string name",
    "dryRun?": "string[] name",
    "gracePeriodSeconds?": "number int",
    "propagationPolicy?": "string policy",
    "preconditions?": "Preconditions",
  },
  Preconditions: { "uid?": "string name" },
  /** The Namespace around the object. */
  Namespace: { metadata: "NamespaceMeta", "status?": "NamespaceStatus" },
  NamespaceMeta: {
    name: "string name",
    "uid?": "string name",
    "labels?": "map label",
    "annotations?": "map text",
    "generation?": "number long",
    "finalizers?": "string[] name",
    "deletionTimestamp?": "string time",
  },
  NamespaceStatus: { "phase?": "string phase" },
} as const;
