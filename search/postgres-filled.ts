import { SearchError } from "./port";
import { readBuiltWith } from "./postgres-rebuild";
import type { EngineTx } from "./postgres-write";
import { isThrowAway } from "./throw-away";

export interface AskedOf<Answer> {
  answer(tx: EngineTx): Promise<Answer>;
  isEmpty(answer: Answer): boolean;
}

/**
 * Keeps an index that was never filled as a whole from answering: what it does not hold is not known to be nowhere. Throws
 * `engine_unfit`. One that was filled stays so, hence this process asks once; an empty answer makes it ask again.
 */
export function createFilledCheck() {
  const filled = new Set<string>();
  async function mustBeFilled(tx: EngineTx, index: string): Promise<void> {
    if (isThrowAway(index) || filled.has(index)) return;
    if ((await readBuiltWith(tx, index)) === null)
      throw new SearchError("engine_unfit", `The search tables have yet to be filled with ${index}`);
    filled.add(index);
  }
  return async <Answer>(tx: EngineTx, index: string, { answer, isEmpty }: AskedOf<Answer>): Promise<Answer> => {
    await mustBeFilled(tx, index);
    const found = await answer(tx);
    if (isEmpty(found)) {
      filled.delete(index);
      await mustBeFilled(tx, index);
    }
    return found;
  };
}
