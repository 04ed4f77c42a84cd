/** What a template's expressions may refer to. An unknown name answers undefined. */
export interface Scope {
  ref(name: string): unknown;
  attribute(resource: string, name: string): string | undefined;
  /** The expression of a named condition. */
  condition(name: string): unknown;
}

type Evaluate = (argument: unknown, scope: Scope, path: string) => unknown;

const intrinsics: Readonly<Record<string, Evaluate>> = {
  Ref: (name, scope, path) => known(scope.ref(String(name)), `${path}: Ref to unknown ${String(name)}`),
  Condition: (name, scope, path) => evaluateCondition(String(name), scope, path),
  'Fn::GetAtt': getAttribute,
  'Fn::Join': join,
  'Fn::Sub': substitute,
  'Fn::Select': (argument, scope, path) => {
    const [index, list] = listOf(argument, path);
    return listOf(resolveExpression(list, scope, path), path)[Number(resolveExpression(index, scope, path))];
  },
  'Fn::Split': (argument, scope, path) => {
    const [separator, text] = listOf(argument, path);
    return String(resolveExpression(text, scope, path)).split(String(separator));
  },
  'Fn::If': (argument, scope, path) => {
    const [name, then, otherwise] = listOf(argument, path);
    return resolveExpression(evaluateCondition(String(name), scope, path) ? then : otherwise, scope, path);
  },
  'Fn::Equals': (argument, scope, path) => {
    const [left, right] = listOf(resolveExpression(argument, scope, path), path);
    return String(left) === String(right);
  },
  'Fn::And': (argument, scope, path) => listOf(resolveExpression(argument, scope, path), path).every(Boolean),
  'Fn::Or': (argument, scope, path) => listOf(resolveExpression(argument, scope, path), path).some(Boolean),
  'Fn::Not': (argument, scope, path) => !listOf(resolveExpression(argument, scope, path), path)[0],
};

/**
 * A template value with every intrinsic function evaluated; properties that come to `AWS::NoValue` are left out.
 * Throws an error naming the path for anything it does not know: a guess would run another stack than AWS does.
 */
export function resolveExpression(value: unknown, scope: Scope, path: string): unknown {
  if (typeof value === 'string' && value.includes('{{resolve:')) {
    throw new Error(`${path}: dynamic references ({{resolve:…}}) are not supported on this machine`);
  }
  if (Array.isArray(value)) {
    return value
      .map((element, index) => resolveExpression(element, scope, `${path}[${index}]`))
      .filter((element) => element !== undefined);
  }
  if (!isRecord(value)) return value;
  const [entry, ...others] = Object.entries(value);
  if (entry !== undefined && others.length === 0 && isIntrinsic(entry[0])) return evaluate(entry, scope, path);
  const resolved = Object.entries(value).map(([key, child]) => [
    key,
    resolveExpression(child, scope, `${path}.${key}`),
  ]);
  return Object.fromEntries(resolved.filter(([, child]) => child !== undefined));
}

/** Whether a named condition of the template holds. */
export function evaluateCondition(name: string, scope: Scope, path: string): boolean {
  const expression = known(scope.condition(name), `${path}: unknown condition ${name}`);
  return resolveExpression(expression, scope, `Conditions.${name}`) === true;
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');
}

function evaluate([name, argument]: [string, unknown], scope: Scope, path: string): unknown {
  if (name === 'Ref' && argument === 'AWS::NoValue') return undefined;
  const intrinsic = intrinsics[name];
  if (intrinsic === undefined) throw new Error(`${path}: ${name} is not supported on this machine`);
  return intrinsic(argument, scope, path);
}

function getAttribute(argument: unknown, scope: Scope, path: string): string {
  const parts = typeof argument === 'string' ? argument.split('.') : listOf(argument, path).map(String);
  const [resource = '', ...attribute] = parts;
  const name = attribute.join('.');
  return known(scope.attribute(resource, name), `${path}: unknown attribute ${resource}.${name}`);
}

function join(argument: unknown, scope: Scope, path: string): string {
  const [separator, list] = listOf(argument, path);
  return listOf(resolveExpression(list, scope, path), path)
    .map(String)
    .join(String(separator));
}

function substitute(argument: unknown, scope: Scope, path: string): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument];
  const own = isRecord(variables) ? variables : {};
  return String(text).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in own) return String(resolveExpression(own[name], scope, path));
    if (name.includes('.')) return getAttribute(name, scope, path);
    return String(known(scope.ref(name), `${path}: Fn::Sub of unknown ${name}`));
  });
}

function known<T>(value: T | undefined, problem: string): T {
  if (value === undefined) throw new Error(problem);
  return value;
}

function listOf(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${path}: a list is expected`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
