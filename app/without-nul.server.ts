import { Transform } from "node:stream";

/**
 * A stream that leaves zero bytes out. React 18 sends a block of 2,048 bytes whole although a character of two or more bytes
 * no longer fitted at its end, so that up to three zero bytes stand in the middle of a page (`writeStringChunk` in
 * react-dom 18.3.1); browsers show each as a replacement character. HTML knows no such character, so none is lost.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
