/** Keeps back answers to requests of one kind, as a far side does that has become slow; to `most` of them at most. */
export class Hold {
  private count = 0;
  private watchers: { count: number; resolve: () => void }[] = [];
  private readonly released: Promise<void>;
  release: () => void = () => {};

  constructor(
    private readonly path: RegExp,
    private readonly most: number,
  ) {
    this.released = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  /** Waits for the release, if the request is of this kind. */
  async pass(request: string): Promise<void> {
    if (this.count >= this.most || !this.path.test(request)) return;
    this.count += 1;
    for (const { count, resolve } of this.watchers) if (this.count >= count) resolve();
    await this.released;
  }

  /** Resolves when so many requests have come. */
  waiting(count: number): Promise<void> {
    if (this.count >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.watchers.push({ count, resolve });
    });
  }
}
