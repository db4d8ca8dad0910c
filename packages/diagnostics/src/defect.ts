/** Thrown for a defect of policyc itself, never for what a user wrote. */
export class Defect extends Error {
  override readonly name = "Defect";
}

/** Stops with a defect of policyc: a state that the code before should have made impossible. */
export function defect(message: string): never {
  throw new Defect(message);
}
