/** The id of a result in the list, by its number: markers of the map that stand for several lead there. */
export const resultAnchor = (number: number) => `result-${number}`;
