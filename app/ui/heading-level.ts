import { createContext } from "react";

/** Which heading the rows of a list carry here: one below the page's title, or one below the title of their section. */
export const RowHeadingLevel = createContext<"h2" | "h3">("h2");
