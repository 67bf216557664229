import { decodeQR } from 'qr/decode.js';

/** Milliseconds for second looks at one picture: the next picture is there soon. */
const timeLimit = 40;

/** What the code on a picture says, without the browser's help; `undefined`: none is seen. */
export function decodeCode({ data, width, height }: ImageData): string | undefined {
  try {
    return decodeQR({ data, width, height }, { timeLimit });
  } catch {
    // The library says "no code here" by throwing.
    return undefined;
  }
}
