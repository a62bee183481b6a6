import { z } from "zod";

export interface FieldShape {
  /** The schema wants an array: every value of the field's name belongs to it. */
  list: boolean;
  /** The schema wants a string and does not do without: an empty field is the empty text. */
  emptyIsText: boolean;
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  options?: z.ZodType[];
}

const definitionOf = (schema: z.ZodType) => schema._zod.def as Definition;

/** The fields of an object schema, or of every object of a union, by name. */
export function fieldShapes(schema: z.ZodType): Map<string, FieldShape> {
  const { type, innerType, in: from, out, options = [] } = definitionOf(schema);
  if (schema instanceof z.ZodObject)
    return new Map(Object.entries(schema.shape).map(([name, field]) => [name, shapeOf(field as z.ZodType)]));
  if (type === "union") return new Map(options.flatMap((option) => [...fieldShapes(option)]));
  const inner = innerType ?? (from && definitionOf(from).type !== "transform" ? from : out);
  if (!inner) throw new Error(`A form's schema has to be an object or a union of objects, not ${type}`);
  return fieldShapes(inner);
}

function shapeOf(field: z.ZodType): FieldShape {
  const leaf = leafOf(field);
  return { list: leaf === "array", emptyIsText: leaf === "string" && !z.safeParse(field, undefined).success };
}

/** The type a field's text is read as, below defaults, optionals and transforms. */
function leafOf(schema: z.ZodType): string {
  const { type, innerType, in: from, out } = definitionOf(schema);
  const inner = innerType ?? (from && definitionOf(from).type !== "transform" ? from : out);
  return inner ? leafOf(inner) : type;
}
