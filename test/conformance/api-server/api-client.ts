import type { IncomingMessage } from "node:http";
import { Agent, request } from "node:https";
import { at, optionalText } from "../json.js";

/** A connection to an API server, as cluster admin. */
export interface ApiClient {
  readonly send: (call: ApiCall) => Promise<ApiAnswer>;
}

export interface ApiCall {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with query. */
  readonly path: string;
  readonly body?: unknown;
  /** A PATCH says here what kind of patch it is. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

export interface ApiAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
  /** The API server's own sentence where it said no. */
  readonly message: string;
  /** `Warning` headers. */
  readonly warnings: readonly string[];
}

export interface ApiEndpoint {
  readonly port: number;
  readonly token: string;
  /** PEM of the certificate to trust. */
  readonly ca: string;
}

/** `fetch` of Node 20 trusts no certificate of one's own, so this is `node:https`. */
export function apiClient({ port, token, ca }: ApiEndpoint): ApiClient {
  const agent = new Agent({ ca, keepAlive: true });
  const send = (call: ApiCall): Promise<ApiAnswer> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: "127.0.0.1",
          port,
          agent,
          method: call.method,
          path: call.path,
          headers: {
            ...mutable(call.headers ?? {}),
            authorization: `Bearer ${token}`,
            "content-type": call.contentType ?? "application/json",
          },
        },
        (incoming) => {
          readAnswer(incoming).then(resolve, reject);
        },
      );
      outgoing.on("error", reject);
      outgoing.end(call.body === undefined ? undefined : JSON.stringify(call.body));
    });
  return { send };
}

async function readAnswer(incoming: IncomingMessage): Promise<ApiAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  const status = incoming.statusCode ?? 0;
  const body: unknown = text.startsWith("{") ? JSON.parse(text) : text;
  const { warning } = incoming.headers;
  return {
    ok: status >= 200 && status < 300,
    status,
    body,
    message: optionalText(at(body, "message")) ?? text,
    warnings: warning === undefined ? [] : [String(warning)],
  };
}

function mutable(
  headers: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string | string[]> {
  const entries = Object.entries(headers).map(
    ([name, value]) => [name, typeof value === "string" ? value : [...value]] as const,
  );
  return Object.fromEntries(entries);
}
