const rules = new Intl.PluralRules('en');

export function plural(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other;
}

export function counted(count: number, one: string, other = `${one}s`): string {
  return `${count.toLocaleString('en')} ${plural(count, one, other)}`;
}

export function these(count: number, one: string): string {
  return plural(count, `this ${one}`, `these ${count.toLocaleString('en')} ${one}s`);
}

export function some(entries: readonly (readonly [number, string])[]): string {
  return entries.flatMap(([count, word]) => (count > 0 ? [`${count.toLocaleString('en')} ${word}`] : [])).join(', ');
}
