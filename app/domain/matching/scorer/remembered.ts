/** The columns of one kind, by what they depend on; at most so many are kept, since any number of areas may come. */
export interface Remembered<Column> {
  columns: Map<string, Column>;
  most: number;
}

/** Chosen so that the columns of one kind stay under about 64 MB. */
const MOST_CELLS = 2 ** 24;

export function remembered<Column>(cellsEach: number): Remembered<Column> {
  return { columns: new Map(), most: Math.max(1, Math.floor(MOST_CELLS / Math.max(1, cellsEach))) };
}

export function columnFor<Column>({ columns, most }: Remembered<Column>, key: string, make: () => Column): Column {
  const known = columns.get(key);
  if (known !== undefined) return known;
  if (columns.size >= most) columns.clear();
  const column = make();
  columns.set(key, column);
  return column;
}
