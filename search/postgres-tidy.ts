/** From this many documents on Postgres has to hear of them at once, and again whenever they have doubled. */
const MANY = 100;

export interface Tidying {
  /** Call after each batch. */
  wrote(documents: number): Promise<void>;
  /** Call when all is written. */
  finish(): Promise<void>;
}

/** Has the tables tidied while much is written, and once more behind it. Each time costs a look at the whole tables. */
export function tidyAsItGrows(tidy: () => Promise<void>): Tidying {
  let written = 0;
  let tidied = 0;
  const tidyUp = async () => {
    tidied = written;
    await tidy();
  };
  return {
    async wrote(documents) {
      written += documents;
      if (written >= Math.max(MANY, 2 * tidied)) await tidyUp();
    },
    async finish() {
      if (written >= MANY && written > tidied) await tidyUp();
    },
  };
}
