/** The parameters of a control that looks at containers. */
export interface ContainerParams {
  /** Images whose containers are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

/** The parameters of a control that has changed with Kubernetes. */
export interface VersionParams {
  /**
   * The version of Kubernetes whose standard holds: `latest`, or `v1.0`, `v1.1`, …
   * @pattern ^(latest|v1\.(0|[1-9][0-9]*))$
   */
  version?: string;
}

/** Both. */
export interface ControlParams extends ContainerParams, VersionParams {}
