/** The colours of app/app.css: mail clients know no variables. */
export const light = {
  paper: "#faf6ee",
  surface: "#fffdf9",
  ink: "#1c2527",
  soft: "#535f61",
  line: "#ddd3c3",
  accent: "#0d5661",
  onAccent: "#ffffff",
};
export const dark: typeof light = {
  paper: "#14191a",
  surface: "#1b2223",
  ink: "#ece7dc",
  soft: "#b3b6af",
  line: "#364041",
  accent: "#7cc7cb",
  onAccent: "#06262a",
};

/** Fonts that devices have: a mail loads none. */
export const fonts = {
  sans: '"Source Sans 3", "Noto Sans", "Noto Sans Arabic", system-ui, -apple-system, "Segoe UI", sans-serif',
  serif: 'Literata, "Noto Serif", Georgia, "Times New Roman", serif',
  code: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
};
