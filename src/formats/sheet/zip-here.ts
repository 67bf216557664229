import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate/browser';

/*
 * What the two spreadsheet libraries ask of fflate, done where they run. Its own way starts a worker of a `blob:` address
 * for every sheet above half a megabyte, and our security policy allows none. They run in the register's worker already.
 */

export * from 'fflate/browser';

type Told<Result> = (error: Error | null, result: Result) => void;

export function zip(files: Zippable, told: Told<Uint8Array<ArrayBuffer>>): void {
  told(null, zipSync(files));
}

/** What it throws of a broken file, the library's promise catches. */
export function unzip(bytes: Uint8Array, told: Told<Unzipped>): void {
  told(null, unzipSync(bytes));
}
