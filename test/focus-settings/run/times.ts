/** Where the time of a run goes. */
export interface Times {
  readonly add: (what: string, milliseconds: number) => void;
  readonly all: () => ReadonlyMap<string, number>;
}

export function times(): Times {
  const spent = new Map<string, number>();
  return {
    add: (what, milliseconds) => spent.set(what, (spent.get(what) ?? 0) + milliseconds),
    all: () => spent,
  };
}

/** Counts the time of what it is given to do. */
export function clock(spent: Times): <T>(what: string, work: () => T) => T {
  return (what, work) => {
    const started = performance.now();
    try {
      return work();
    } finally {
      spent.add(what, performance.now() - started);
    }
  };
}
