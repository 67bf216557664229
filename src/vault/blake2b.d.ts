/** BLAKE2b (RFC 7693) of the Argon2 package, which brings no words on its shape. */
declare module 'argon2id/lib/blake2b.js' {
  interface Blake2b {
    update(input: Uint8Array): Blake2b;
    digest(result: Uint8Array): void;
  }
  function blake2b(outputLength: number): Blake2b;

  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export { blake2b as default };
}
