import QRCode from "qrcode";

const QUIET_ZONE = 4;

/** A QR code (ISO/IEC 18004, level M) as one SVG path over a square of `size` units, quiet zone included. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) dark.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`);
    }
  }
  return { path: dark.join(""), size: modules.size + 2 * QUIET_ZONE };
}
