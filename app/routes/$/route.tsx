/** Every address that no other route knows: the root's error page says what to do. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function Nowhere() {
  return null;
}
