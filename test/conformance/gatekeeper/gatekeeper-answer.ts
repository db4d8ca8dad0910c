import { inexpressible, type ReadAnswer } from "../api-server/admission.js";

/** Gatekeeper puts the name of the constraint before each message; what another one says is not the matter here. */
export function gatekeeperAnswer(constraint: () => string): ReadAnswer {
  return (answer) => {
    if (answer.ok) return { kind: "allowed" };
    const { messages } = DENIAL.exec(answer.message)?.groups ?? {};
    if (messages === undefined) return inexpressible(answer.message);
    const own = messages.split(/\n(?=\[)/).filter((message) => message.startsWith(`[${constraint()}] `));
    return own.length === 0 ? { kind: "allowed" } : { kind: "denied", message: own.join("\n") };
  };
}

const DENIAL = /^admission webhook "validation\.gatekeeper\.sh" denied the request: (?<messages>.*)$/s;
