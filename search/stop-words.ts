/** Words that tie others together and say nothing themselves, folded; nobody looks for a placement by one of them alone. */
export const STOP_WORDS: readonly string[] = (
  "a an and are as at be by for from i in is it me my of on or that the to with " +
  "al con de del el en la las lo los me mi o para por que se su un una unos y"
)
  .split(" ")
  .filter((word, place, all) => all.indexOf(word) === place);
