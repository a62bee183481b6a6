/** Prints one line of a table; the first three columns are words. */
export const say = (cells: readonly (string | number)[]): void =>
  void process.stdout.write(
    `${cells.map((cell, place) => String(cell)[place < 3 ? "padEnd" : "padStart"](place === 2 ? 14 : 12)).join("")}\n`,
  );
