import judging from "./matching/judging";
import pages from "./matching/pages";

/** The words of the matching pages, and those that say why a pair fits or does not. */
export default { ...pages, ...judging };
