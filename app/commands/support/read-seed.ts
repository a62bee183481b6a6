/** A whole number as people write it, or null: `0x10` and `1e3` are seeds too, but not the ones that were meant. */
export function readSeed(text: string): number | null {
  const seed = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(seed) ? seed : null;
}

/** Arguments in which `--seed -3` is `--seed=-3`: by itself, `-3` would read as an option. */
export function withNegativeSeed(args: readonly string[]): string[] {
  const isNegative = (at: number) => args[at - 1] === "--seed" && /^-\d+$/.test(args[at] ?? "");
  return args.flatMap((arg, at) => {
    if (isNegative(at + 1)) return [`${arg}=${args[at + 1]}`];
    return isNegative(at) ? [] : [arg];
  });
}
