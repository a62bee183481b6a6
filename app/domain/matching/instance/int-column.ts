/** Whole numbers of 32 bits that come one by one. */
export interface IntColumn {
  values: Int32Array;
  length: number;
}

export function intColumn(): IntColumn {
  return { values: new Int32Array(1024), length: 0 };
}

export function pushInt(column: IntColumn, value: number): void {
  if (column.length === column.values.length) {
    const larger = new Int32Array(column.length * 2);
    larger.set(column.values);
    column.values = larger;
  }
  column.values[column.length++] = value;
}

export function intsOf({ values, length }: IntColumn): Int32Array {
  return values.subarray(0, length);
}
