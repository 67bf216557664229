import type { Module } from './modules.ts';
import { isNode, lineOf, type SyntaxNode, walk } from './syntax.ts';

/* Rules of style that a tree can prove. Each returns sentences that name the file and the line. */

type Fault = readonly [node: SyntaxNode, words: string];

function faults(module: Module, find: (node: SyntaxNode, around: readonly SyntaxNode[]) => string | undefined) {
  const found: Fault[] = [];
  for (const [node, around] of walk(module.program)) {
    const words = find(node, around);
    if (words !== undefined) found.push([node, words]);
  }
  // A shorthand property stands twice in the tree: as key and as value.
  return [...new Set(found.map(([node, words]) => `${module.path}:${lineOf(module.source, node.start)}: ${words}`))];
}

function isConst(type: unknown): boolean {
  return isNode(type) && isNode(type.typeName) && type.typeName.name === 'const';
}

/** `x as T`, `<T>x` and `x!` outside the files where bytes or rows become data. */
export function judgeCasts(module: Module, isAllowed: (path: string) => boolean): readonly string[] {
  return faults(module, (node) => {
    if (node.type === 'TSNonNullExpression') return 'a value is claimed to be there (x!)';
    const isCast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion';
    if (!isCast || isConst(node.typeAnnotation) || isAllowed(module.path)) return undefined;
    return 'a type is claimed (as) outside a codec';
  });
}

export function judgeAny(module: Module): readonly string[] {
  return faults(module, (node) => (node.type === 'TSAnyKeyword' ? 'any' : undefined));
}

export function judgeDefaultExport(module: Module): readonly string[] {
  return faults(module, (node) => (node.type === 'ExportDefaultDeclaration' ? 'a default export' : undefined));
}

/** Globals of a world: a rule that touches one cannot run in the others, or gives two answers to one question. */
const worldly = new Set(
  `window self globalThis document navigator location localStorage sessionStorage indexedDB caches crypto performance
  process Buffer require fetch XMLHttpRequest setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame
  console`.split(/\s+/),
);

function memberText(node: SyntaxNode): string {
  if (node.type !== 'MemberExpression' || !isNode(node.object) || !isNode(node.property)) return '';
  return `${String(node.object.name)}.${String(node.property.name)}`;
}

function isClockOrDice(node: SyntaxNode): boolean {
  if (memberText(node) === 'Date.now' || memberText(node) === 'Math.random') return true;
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  const isDate = isNode(node.callee) && node.callee.name === 'Date';
  const hasArguments = Array.isArray(node.arguments) && node.arguments.length > 0;
  return isDate && (node.type === 'CallExpression' || !hasArguments);
}

function* boundNames(pattern: unknown): Generator<string> {
  for (const [node, around] of walk(pattern)) {
    const parent = around.at(-1);
    const isKey = parent?.type === 'Property' && parent.key === node && parent.shorthand !== true;
    const isDefault = parent?.type === 'AssignmentPattern' && parent.right === node;
    if (node.type === 'Identifier' && !isKey && !isDefault) yield String(node.name);
  }
}

const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

/** Names that the scopes around a node give a meaning of their own: parameters, locals, imports. */
function isBound(name: string, around: readonly SyntaxNode[]): boolean {
  return around.some((scope) => {
    if (functions.includes(scope.type) && [...boundNames(scope.params)].includes(name)) return true;
    const statements = Array.isArray(scope.body) ? scope.body : [];
    return statements.some((statement) => declares(statement, name));
  });
}

function declares(statement: unknown, name: string): boolean {
  if (!isNode(statement)) return false;
  if (statement.type === 'ExportNamedDeclaration') return declares(statement.declaration, name);
  if (statement.type === 'ImportDeclaration') return [...boundNames(statement.specifiers)].includes(name);
  if (statement.type === 'FunctionDeclaration') return isNode(statement.id) && statement.id.name === name;
  const list = Array.isArray(statement.declarations) ? statement.declarations : [];
  return list.some((one) => isNode(one) && [...boundNames(one.id)].includes(name));
}

/** A name that only labels something: a property, a key, a part of a type. */
function isLabel(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  if (parent.type === 'Property' || parent.type === 'MethodDefinition')
    return parent.key === node && parent.shorthand !== true;
  return parent.type.startsWith('TS') || parent.type.startsWith('JSX') || parent.type.startsWith('Import');
}

/** Rules are pure: clock, random and the outside come in as arguments. */
export function judgePurity(module: Module): readonly string[] {
  return faults(module, (node, around) => {
    if (isClockOrDice(node)) return `asks the clock or the dice (${memberText(node) || 'Date'})`;
    if (node.type !== 'Identifier' || !worldly.has(String(node.name))) return undefined;
    const parent = around.at(-1);
    const isType = around.some((outer) => /^TS(Type|Interface|Function|Method|Property)/.test(outer.type));
    if (isType || isLabel(node, parent) || isBound(String(node.name), around)) return undefined;
    return `uses the global ${String(node.name)}`;
  });
}

const vague = /^(utils?|helpers?|services|managers?)$/i;

function words(name: string): readonly string[] {
  return name.split(/[-_.]|(?<=[a-z0-9])(?=[A-Z])/);
}

/** Exported names that say nothing, or say two things. */
export function judgeNames(module: Module): readonly string[] {
  return faults(module, (node, around) => {
    const isDeclared = /^(FunctionDeclaration|VariableDeclarator|TSTypeAliasDeclaration|TSInterfaceDeclaration)$/.test(
      node.type,
    );
    const isExported = around.some((outer) => outer.type === 'ExportNamedDeclaration');
    if (!isDeclared || !isNode(node.id) || typeof node.id.name !== 'string') return undefined;
    const parts = words(node.id.name);
    if (parts.includes('And')) return `the name ${node.id.name} says two things`;
    return isExported && parts.some((part) => vague.test(part)) ? `the name ${node.id.name} says nothing` : undefined;
  });
}
