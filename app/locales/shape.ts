/** Every key of the English catalogue with other words; plural forms that English does not have are welcome. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> } & Partial<
  Record<`${string}_${"zero" | "two" | "few" | "many"}`, string>
>;
