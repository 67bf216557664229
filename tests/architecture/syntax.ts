import { parseSync } from 'oxc-parser';

/* Questions to the real parser's tree. A node is read as plain data, so that a new kind of syntax is walked, not missed. */

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export interface Import {
  /** As written, without Vite's `?worker&url`; `null` where it is not a literal, so that nobody can know it. */
  readonly specifier: string | null;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Every node of the tree with the nodes around it, outermost first. */
export function* walk(
  value: unknown,
  around: readonly SyntaxNode[] = [],
): Generator<readonly [SyntaxNode, readonly SyntaxNode[]]> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item, around);
    return;
  }
  if (!isNode(value)) return;
  yield [value, around];
  const inner = [...around, value];
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) yield* walk(part, inner);
  }
}

export function parse(path: string, source: string): SyntaxNode {
  const parsed = parseSync(path, source);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const program: unknown = parsed.program;
  if (!isNode(program)) throw new Error(`${path}: nothing was parsed`);
  return program;
}

export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function literalText(node: unknown): string | null {
  if (!isNode(node)) return null;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value.replace(/\?.*$/, '') : null;
}

/** `import type …`, or braces in which every name is a type. A bare `import './x.ts'` runs, so it is no type. */
function isTypeOnly(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = Array.isArray(node.specifiers) ? node.specifiers : [];
  return (
    names.length > 0 &&
    names.every((name) => isNode(name) && (name.importKind === 'type' || name.exportKind === 'type'))
  );
}

/** `new URL('./x.ts', import.meta.url)`: how a worker or an asset is named without an import. */
function isModuleUrl(node: SyntaxNode): boolean {
  if (node.type !== 'NewExpression' || !isNode(node.callee) || node.callee.name !== 'URL') return false;
  const base: unknown = Array.isArray(node.arguments) ? node.arguments[1] : undefined;
  return isNode(base) && isNode(base.object) && base.object.type === 'MetaProperty';
}

function isGlob(node: SyntaxNode): boolean {
  if (node.type !== 'MemberExpression' || !isNode(node.object) || !isNode(node.property)) return false;
  return node.object.type === 'MetaProperty' && String(node.property.name).startsWith('glob');
}

function importOf(node: SyntaxNode): Omit<Import, 'line'> | undefined {
  if (['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration'].includes(node.type)) {
    return isNode(node.source) ? { specifier: literalText(node.source), isTypeOnly: isTypeOnly(node) } : undefined;
  }
  if (node.type === 'ImportExpression') return { specifier: literalText(node.source), isTypeOnly: false };
  if (node.type === 'TSImportType') return { specifier: literalText(node.source), isTypeOnly: true };
  if (isModuleUrl(node)) {
    return { specifier: literalText(Array.isArray(node.arguments) ? node.arguments[0] : null), isTypeOnly: false };
  }
  return isGlob(node) ? { specifier: null, isTypeOnly: false } : undefined;
}

export function importsOf(program: SyntaxNode, source: string): readonly Import[] {
  return [...walk(program)].flatMap(([node]) => {
    const found = importOf(node);
    return found === undefined ? [] : [{ ...found, line: lineOf(source, node.start) }];
  });
}
