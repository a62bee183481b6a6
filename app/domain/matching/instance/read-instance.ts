import type { Mode } from "../mode";
import { type Checked, finishInstance } from "./finish-instance";
import type { InstanceTable } from "./instance";
import { addElement, newInstanceBuilder, openSection, type Section } from "./instance-builder";

/** Checks an instance that is in memory already, for a mode. The fault names the place by JSON pointer. */
export function readInstance(value: unknown, mode: Mode): Checked<InstanceTable> {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return { ok: false, fault: { pointer: "", problem: "has to be an object" } };
  const builder = newInstanceBuilder();
  for (const [name, elements] of Object.entries(value)) {
    const fault = openSection(builder, name);
    if (fault) return { ok: false, fault };
    if (!Array.isArray(elements)) return { ok: false, fault: { pointer: `/${name}`, problem: "has to be a list" } };
    for (const [at, element] of elements.entries()) {
      const wrong = addElement(builder, { section: name as Section, at, value: element });
      if (wrong) return { ok: false, fault: wrong };
    }
  }
  return finishInstance(builder, mode);
}
