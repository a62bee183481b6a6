import type { Search } from "./port";
import { writeToBoth } from "./write-to-both";

/**
 * One engine, asked alone, beside another that holds the same and is asked only how rare words are, as two engines share the
 * work where both search. An engine that knows it by itself needs nobody.
 */
export function withRarities(engine: Search, others: readonly Search[]): Search {
  const knowing = others.find(({ rarities }) => rarities !== undefined);
  if (engine.rarities || !knowing?.rarities) return engine;
  const both = [knowing, engine] as const;
  return {
    ...engine,
    rarities: knowing.rarities.bind(knowing),
    put: (index, documents) => writeToBoth(both, (each) => each.put(index, documents)),
    remove: (index, removals) => writeToBoth(both, (each) => each.remove(index, removals)),
    drop: (index) => writeToBoth(both, (each) => each.drop(index)),
  };
}
