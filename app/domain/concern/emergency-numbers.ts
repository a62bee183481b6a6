export interface EmergencyNumber {
  /** What answers there; empty where the school wrote the number alone. */
  label: string;
  phone: string;
}

export const MOST_NUMBERS = 8;
export const LONGEST_NUMBERS = 600;

/** The numbers of a school's setting, one in each line: "911", or a name, a colon and the number. Empty lines count for nothing. */
export function readNumbers(text: string): EmergencyNumber[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.lastIndexOf(":");
      return { label: at < 0 ? "" : line.slice(0, at).trim(), phone: line.slice(at + 1).trim() };
    });
}

/** Whether a list can be shown: some numbers, not too many, and each line ends in one. */
export function areNumbers(text: string): boolean {
  const numbers = readNumbers(text);
  return numbers.length > 0 && numbers.length <= MOST_NUMBERS && numbers.every(({ phone }) => /\d{3}/.test(phone));
}
