/** Lets tasks of the same name run one after the other, in the order they came; others run beside them. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Whether a task of this name is running or waiting. */
  isTaken(name: string): boolean {
    return this.#last.has(name);
  }

  async take<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name);
    const turn = before ? before.then(task, task) : task();
    this.#last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(name) === turn) this.#last.delete(name);
    }
  }
}
