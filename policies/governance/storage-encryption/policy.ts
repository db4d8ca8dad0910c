import { parameters, policy, StorageClass, violation } from "@policyc/sdk";

interface Requirement {
  /** The provisioner of the StorageClass. */
  provisioner: string;
  /** The name of its parameter. */
  parameter: string;
  /** What it must be. */
  value: string;
}

interface Params {
  /** What encrypts volumes at rest, by provisioner. Others are left alone: some encrypt always. */
  requirements: Requirement[];
}

export default policy({
  name: "storage-encryption",
  title: "Volumes are encrypted at rest",
  description: "A StorageClass must ask its provisioner for encrypted volumes, where that is a parameter.",
  rationale:
    "Disks, their snapshots and backups outlive pods and accounts: what is not encrypted can be read by whoever gets hold of a copy.",
  remediation:
    'Set the parameter (`encrypted: "true"` on AWS, with a `kmsKeyId` of your own) in a new StorageClass, and move the data: parameters of one that exists cannot be changed.',
  severity: "medium",
  controls: ["NIST-800-53-5/SC-28", "NIST-800-53-5/SC-12", "NIST-800-190/4.3.2"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [StorageClass],
  params: parameters<Params>({
    requirements: [
      { provisioner: "ebs.csi.aws.com", parameter: "encrypted", value: "true" },
      { provisioner: "kubernetes.io/aws-ebs", parameter: "encrypted", value: "true" },
    ],
  }),
  *check({ object, params }) {
    for (const { provisioner, parameter, value } of params.requirements) {
      if (object.provisioner === provisioner && object.parameters?.[parameter] !== value)
        yield violation(
          `StorageClass <${object.metadata.name}> does not ask for encrypted volumes: ${parameter} must be ${value}`,
          object.parameters,
        );
    }
  },
});
