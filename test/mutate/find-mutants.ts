import ts from 'typescript';

/** One decision turned round. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** For people: `now > line → now >= line`, without line breaks. Together with the file it names the mutant. */
  readonly change: string;
  /** Offsets in the file's text, and what stands there instead. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Change {
  readonly of: ts.Node;
  readonly replacement: string;
  readonly says?: string;
}

/** A boundary that moves by one instant, and a comparison that answers the opposite. */
const opposites: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
};

const predicateTakers = new Set(['filter', 'find', 'findLast', 'findIndex', 'some', 'every']);

/** Every decision of a file, each turned round alone: comparisons, logic, negations, preferences, cases, extremes. */
export function findMutants(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2024, true);
  const found: Mutant[] = [];
  visit(source);
  return found;

  function visit(node: ts.Node): void {
    for (const { of, replacement, says = `${of.getText()} → ${replacement}` } of changesOf(node)) {
      const start = of.getStart();
      const { line } = source.getLineAndCharacterOfPosition(start);
      found.push({ file, line: line + 1, change: says.replaceAll(/\s+/g, ' '), start, end: of.end, replacement });
    }
    ts.forEachChild(node, visit);
  }
}

export function applyMutant(text: string, { start, end, replacement }: Mutant): string {
  return `${text.slice(0, start)}${replacement}${text.slice(end)}`;
}

function changesOf(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) return operatorChanges(node);
  if (isNot(node)) return [{ of: node, replacement: node.operand.getText() }];
  if (ts.isIfStatement(node)) return negated(node.expression);
  if (ts.isConditionalExpression(node)) return negated(node.condition);
  // A case is an equality too; this one never comes.
  if (ts.isCaseClause(node)) return [{ of: node.expression, replacement: "'no such case'" }];
  if (ts.isCallExpression(node)) return [...extremeChanges(node), ...predicateChanges(node)];
  return [];
}

function operatorChanges(node: ts.BinaryExpression): readonly Change[] {
  const { left, right } = node;
  const operator = node.operatorToken.getText();
  if (operator === '??') return [{ of: node, replacement: `${right.getText()} ?? ${left.getText()}` }];
  if (!isLogical(node)) {
    const others = opposites[operator] ?? [];
    return others.map((other) => ({ of: node, replacement: `${left.getText()} ${other} ${right.getText()}` }));
  }
  // `...(x && { x })` is how an absent field is left out: its decision is `x` alone.
  if (isSpread(node)) return negated(left);
  const other = operator === '&&' ? '||' : '&&';
  return [
    {
      of: node,
      replacement: `((${left.getText()}) ${other} (${right.getText()}))`,
      says: `${operator} ${right.getText()} → ${other} ${right.getText()}`,
    },
    ...negated(left),
    ...negated(right),
  ];
}

/** A bare value that decides: `if (same)`, `isConfirmed(order) || …`. Whatever else decides has changes of its own. */
function negated(atom: ts.Expression): readonly Change[] {
  const bare = ts.isIdentifier(atom) || ts.isPropertyAccessExpression(atom) || ts.isCallExpression(atom);
  return bare ? [{ of: atom, replacement: `!${atom.getText()}` }] : [];
}

function extremeChanges({ expression }: ts.CallExpression): readonly Change[] {
  switch (expression.getText()) {
    case 'Math.min':
      return [{ of: expression, replacement: 'Math.max' }];
    case 'Math.max':
      return [{ of: expression, replacement: 'Math.min' }];
    default:
      return [];
  }
}

/** `lines.findLast(({ line }) => isPast(line, now))`: what the predicate answers is the decision. */
function predicateChanges({ expression, arguments: given }: ts.CallExpression): readonly Change[] {
  if (!ts.isPropertyAccessExpression(expression) || !predicateTakers.has(expression.name.text)) return [];
  return given.flatMap((predicate) =>
    ts.isArrowFunction(predicate) && !ts.isBlock(predicate.body) ? negated(predicate.body) : [],
  );
}

function isNot(node: ts.Node): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

function isLogical(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

function isSpread(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isParenthesizedExpression(parent)
    ? isSpread(parent)
    : ts.isSpreadAssignment(parent) || ts.isSpreadElement(parent);
}
