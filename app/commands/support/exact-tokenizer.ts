import { Tokenizer } from "@streamparser/json";

const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** JSON tokens whose numbers are whole only when they were written so: 0.99999999999999999999 reads as NaN, not as 1. */
export class ExactTokenizer extends Tokenizer {
  protected override parseNumber(text: string): number {
    const value = super.parseNumber(text);
    return Number.isInteger(value) && !isWritten(text) ? Number.NaN : value;
  }
}

/** Whether the digits of a number, moved by its exponent, leave nothing behind the point. */
function isWritten(text: string): boolean {
  const [, whole = "", fraction = "", exponent = "0"] = NUMBER.exec(text) ?? [];
  const digits = (whole + fraction).replace(/0+$/, "");
  return digits === "" || digits.length <= whole.length + Number(exponent);
}
