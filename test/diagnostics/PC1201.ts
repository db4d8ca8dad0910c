import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    let before = "";
    for (const c of object.spec.containers) {
      if (c.image === before) yield violation(`${c.name} repeats an image`);
      before = c.image ?? "";
      // PC1201 at column 7
    }
    let most = 0;
    for (const c of object.spec.containers) {
      let ports = (c.ports ?? []).length;
      if (ports > most) {
        ports = ports - 5;
        most = ports;
        // PC1201 at column 9
      }
    }
    let open = 0;
    let many = 0;
    const isMuch = (): boolean => open > 2;
    for (const c of object.spec.containers) {
      if (c.ports) open++;
      // PC1201 at column 20
      if (isMuch()) many++;
    }
    let names = "";
    for (const c of object.spec.containers) {
      names += (names === "" ? "" : ", ") + c.name;
      // PC1201 at column 7
    }
    yield violation(`${most} ${many} ${names}`);
  },
});
