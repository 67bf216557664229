import { posix } from 'node:path';
import { roomOf } from './rooms.ts';

/* What `ls` must show. Paths come from the root, with forward slashes. */

const vague = /^(utils?|helpers?|common|services|managers?|types)$/;

/** What is counted: code. A tool's own files stand where the tool looks for them. */
const counted = /\.(tsx?|css|sql|md)$/;

export function judgePathNames(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) =>
    path
      .replace(/\.[a-z.]+$/, '')
      .split('/')
      .flatMap((part) => part.split('-').map((word) => [part, word] as const))
      .filter(([, word]) => vague.test(word) || word === 'and')
      .map(([part]) => `${path}: the name ${part} says ${part.includes('-and-') ? 'two things' : 'nothing'}`),
  );
}

export function judgeDepth(paths: readonly string[], limit: number): readonly string[] {
  return paths
    .filter((path) => posix.dirname(path).split('/').length > limit)
    .map((path) => `${path}: more than ${limit} folders deep`);
}

export function judgeCrowding(paths: readonly string[], limit: number): readonly string[] {
  const children = new Map<string, Set<string>>();
  for (const path of paths.filter((one) => counted.test(one))) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      children.set(folder, (children.get(folder) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  return [...children]
    .filter(([, names]) => names.size > limit)
    .map(([folder, names]) => `${folder}: ${names.size} entries, more than ${limit}`);
}

export function judgeLength(path: string, source: string, limit: number): readonly string[] {
  const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0);
  return lines > limit ? [`${path}: ${lines} lines, more than ${limit}`] : [];
}

/** Rooms of the table that hold no file: the table then describes a house that is not there. */
export function judgeEmptyRooms(names: readonly string[], paths: readonly string[]): readonly string[] {
  const held = new Set(paths.map(roomOf));
  return names.filter((name) => !held.has(name)).map((name) => `${name}: a room with no file`);
}
