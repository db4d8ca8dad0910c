/** A profile of seccomp or of AppArmor: their fields are the same. */
interface Profile {
  type: string;
  localhostProfile?: string;
}

/** A profile as the annotations of older Kubernetes name it. */
export function annotatedName(profile: Profile): string {
  switch (profile.type) {
    case "RuntimeDefault":
      return "runtime/default";
    case "Unconfined":
      return "unconfined";
    default:
      return `localhost/${profile.localhostProfile ?? ""}`;
  }
}
