import { type Module, targetOf } from './modules.ts';
import { featureOf, type Room, roomOf, rooms, standAlone, unreachable } from './rooms.ts';
import type { Import } from './syntax.ts';

function isPackageOpen(room: Room, specifier: string): boolean {
  return room.packages.some(
    (open) => specifier === open || specifier.startsWith(open.endsWith(':') ? open : `${open}/`),
  );
}

/** What is wrong with one import between rooms; `undefined` when it is fine. */
function judge(from: Module, one: Import, paths: readonly string[]): string | undefined {
  const name = roomOf(from.path);
  const room = name === undefined ? undefined : rooms[name];
  if (name === undefined || room === undefined) return 'stands in no room of the table';
  if (one.specifier === null) return 'an import that is no literal cannot be checked';
  const target = targetOf(from.path, one.specifier);
  if (target === undefined) return isPackageOpen(room, one.specifier) ? undefined : `${name} may not use this package`;
  return judgeTarget(from, name, room, target, one.isTypeOnly, paths);
}

function judgeTarget(
  from: Module,
  name: string,
  room: Room,
  target: string,
  isTypeOnly: boolean,
  paths: readonly string[],
): string | undefined {
  const other = roomOf(target);
  const own = featureOf(from.path, paths);
  const isOwn = other === name;
  const feature = featureOf(target, paths);
  if (isOwn && feature !== undefined && feature !== own) return 'a feature may not import another feature';
  if (isOwn && standAlone.includes(from.path)) return 'this file must import nothing of its own room';
  if (isOwn || (other !== undefined && room.may.includes(other))) return undefined;
  const leave = room.except?.[target];
  if (leave === 'value' || (leave === 'type' && isTypeOnly)) return undefined;
  if (leave === 'type') return 'only its types are open here: import type';
  return `${name} may not import ${other ?? 'outside the house'}`;
}

/** Every import against the table, as sentences that name the file, the line and the import. */
export function judgeImports(modules: readonly Module[]): readonly string[] {
  if (modules.length === 0) return ['no modules were read: nothing is proved'];
  const paths = modules.map((module) => module.path);
  return modules.flatMap((module) => {
    if (roomOf(module.path) === undefined) return [`${module.path}: stands in no room of the table`];
    return module.imports.flatMap((one) => {
      const fault = judge(module, one, paths);
      return fault === undefined ? [] : [`${module.path}:${one.line} imports ${one.specifier ?? '?'}: ${fault}`];
    });
  });
}

/** Relative imports that lead to no file: a table that cannot follow an import cannot hold it. */
export function judgeTargets(modules: readonly Module[], files: ReadonlySet<string>): readonly string[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((one) => {
      const target = one.specifier === null ? undefined : targetOf(module.path, one.specifier);
      return target === undefined || files.has(target) ? [] : [`${module.path}:${one.line} imports ${target}: no file`];
    }),
  );
}

/** Chains of running imports from `room` to a room it must never reach, as "a → b → c". */
export function judgeReach(modules: readonly Module[]): readonly string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return Object.entries(unreachable).flatMap(([room, closed]) =>
    chainsFrom(
      modules.filter((module) => roomOf(module.path) === room).map((module) => module.path),
      closed,
      byPath,
    ),
  );
}

function chainsFrom(
  starts: readonly string[],
  closed: readonly string[],
  byPath: ReadonlyMap<string, Module>,
): readonly string[] {
  const seen = new Set(starts);
  const queue = starts.map((path) => [path]);
  const found: string[] = [];
  for (let chain = queue.shift(); chain !== undefined; chain = queue.shift()) {
    for (const target of runningTargets(byPath.get(chain.at(-1) ?? ''))) {
      if (seen.has(target)) continue;
      seen.add(target);
      const longer = [...chain, target];
      const room = roomOf(target);
      if (room !== undefined && closed.includes(room)) found.push(longer.join(' → '));
      queue.push(longer);
    }
  }
  return found;
}

function runningTargets(module: Module | undefined): readonly string[] {
  return (module?.imports ?? []).flatMap((one) => {
    if (module === undefined || one.isTypeOnly || one.specifier === null) return [];
    const target = targetOf(module.path, one.specifier);
    return target === undefined ? [] : [target];
  });
}
