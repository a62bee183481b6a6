// The domain has no clock and no dice. Biome forbids the globals; this finds the methods of globals that it may use.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FORBIDDEN = /\b(Math\.random|Temporal\.Now|performance\.now|globalThis|setTimeout|setInterval)\b/;
const root = path.resolve(import.meta.dirname, "..");

const found = readdirSync(path.join(root, "app/domain"), { recursive: true })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => {
    const lines = readFileSync(path.join(root, "app/domain", file), "utf8").split("\n");
    return lines.flatMap((line, at) => (FORBIDDEN.test(line) ? [`app/domain/${file}:${at + 1} ${line.trim()}`] : []));
  });
for (const line of found) console.error(`The domain is pure: ${line}`);
process.exitCode = found.length > 0 ? 1 : 0;
