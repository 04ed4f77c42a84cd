import type * as z from 'zod';

/** Where parsing failed, without any value: `orders[3].packages[0].id`. */
export function fieldPaths(error: z.ZodError, prefix: readonly PropertyKey[] = []): readonly string[] {
  return [...new Set(error.issues.map((issue) => fieldPath([...prefix, ...issue.path])))];
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
    .join('');
}
