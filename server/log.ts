/** What a log line may say: no name, no id of a person, no body, no query string; a route by its pattern. */
export interface LogEntry {
  readonly event: 'started' | 'stopped' | 'answered' | 'failed' | 'replayed';
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly count?: number;
  readonly error?: string;
}

export type Log = (entry: LogEntry) => void;

/** One JSON line an entry, on standard error: standard output belongs to what the person asked for. */
export const log: Log = (entry) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
};

/** Where an error came from, without its message: a database puts the values of a row into it. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.slice(0, 4).map((line) => line.trim())].join(' < ');
}
