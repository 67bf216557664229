/** A file's name and what is in it. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Hands a file to the browser's own downloads. */
export function saveFile({ name, bytes }: NamedBytes): void {
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the bytes when the click returns to it.
  setTimeout(() => URL.revokeObjectURL(address));
}
