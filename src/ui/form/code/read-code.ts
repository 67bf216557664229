/** What the code on a picture says; `undefined`: none is seen. */
export type ReadCode = (picture: ImageData) => Promise<string | undefined>;

interface NativeDetector {
  detect(picture: ImageData): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  /** Shape Detection API: in Chrome on Android, not on most PCs, in Firefox or in Safari. */
  var BarcodeDetector:
    | {
        new (options: { readonly formats: readonly string[] }): NativeDetector;
        getSupportedFormats(): Promise<readonly string[]>;
      }
    | undefined;
}

/** The browser's own reader where it has one, else ours, fetched now. Fails where that is not on this phone yet. */
export async function openReader(): Promise<ReadCode> {
  const formats = (await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  if (globalThis.BarcodeDetector === undefined || !formats.includes('qr_code')) return ourReader();
  const detector = new globalThis.BarcodeDetector({ formats: ['qr_code'] });
  let read: ReadCode = async (picture) => {
    try {
      return (await detector.detect(picture))[0]?.rawValue;
    } catch {
      // It is named, but what stands behind it on this phone is not there: ours from now on.
      read = await ourReader();
      return read(picture);
    }
  };
  return (picture) => read(picture);
}

async function ourReader(): Promise<ReadCode> {
  const { decodeCode } = await import('./decode-code.ts');
  return async (picture) => decodeCode(picture);
}
