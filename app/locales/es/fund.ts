import accounts from "./fund/accounts";
import answers from "./fund/answers";
import books from "./fund/books";
import causes from "./fund/causes";
import desk from "./fund/desk";
import gifts from "./fund/gifts";
import give from "./fund/give";
import needs from "./fund/needs";
import settings from "./fund/settings";
import words from "./fund/words";

/** The words of the fund, page by page. */
export default {
  ...words,
  ...give,
  ...desk,
  ...needs,
  ...gifts,
  ...books,
  ...causes,
  ...settings,
  ...accounts,
  ...answers,
};
