import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bad, good, type Outcome } from '../../src/domain/outcome.ts';
import { demoPolicy, type Policy } from './policy.ts';

/*
 * `policy.json` in the data folder, written by the hub's owner:
 *   {"pinWindowDays": {"collaborator": 35, "officer": 1}, "leaseDays": 75, "codeDays": 3}
 * Days; null = no limit. What is left out is as above. Without the file the hub is a demo hub, open for everybody.
 */

const fileName = 'policy.json';
const roles = ['collaborator', 'officer'] as const;
const usual = { pinWindowDays: { collaborator: 35, officer: 1 }, leaseDays: 75, codeDays: 3 };
const mostDays = 365;

type Json = { readonly [key: string]: unknown };

/** The policy of a data folder, or the name of what is wrong in its file. */
export async function readPolicy(folder: string): Promise<Outcome<Policy, string>> {
  let text: string;
  try {
    text = await readFile(join(folder, fileName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return good(demoPolicy);
    return bad(fileName);
  }
  return parsePolicy(text);
}

/** Reads the file's text strictly: a misspelt rule must not leave a phone open. */
export function parsePolicy(text: string): Outcome<Policy, string> {
  const file = parseObject(text);
  if (file === undefined) return bad(fileName);
  const stray = Object.keys(file).find((key) => !(key in usual));
  if (stray !== undefined) return bad(stray);
  const { pinWindowDays = {}, leaseDays = usual.leaseDays, codeDays = usual.codeDays } = file;
  if (!isDays(leaseDays)) return bad('leaseDays');
  if (!isDays(codeDays) || codeDays === null) return bad('codeDays');
  if (!isObject(pinWindowDays)) return bad('pinWindowDays');
  const windows = { ...usual.pinWindowDays, ...pinWindowDays };
  const days = new Map<string, number | null>();
  for (const [role, window] of Object.entries<unknown>(windows)) {
    if (!roles.some((known) => known === role) || !isDays(window)) return bad(`pinWindowDays.${role}`);
    days.set(role, window);
  }
  return good({ pinWindowDays: (role) => days.get(role) ?? (days.has(role) ? null : 1), leaseDays, codeDays });
}

function parseObject(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isDays(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= mostDays);
}
