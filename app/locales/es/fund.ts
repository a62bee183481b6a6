import answers from "./fund/answers";
import books from "./fund/books";
import desk from "./fund/desk";
import give from "./fund/give";
import settings from "./fund/settings";
import words from "./fund/words";

/** The words of the fund, page by page. */
export default { ...words, ...give, ...desk, ...books, ...settings, ...answers };
