/** What a person at the command line is told: Vietnamese, then English. */
export class Told extends Error {
  override readonly name = 'Told';
}

export function told(vietnamese: string, english: string): Told {
  return new Told(`${vietnamese}\n${english}`);
}

/** Runs a program of the command line: what it tells goes to standard error, exit status 1. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
