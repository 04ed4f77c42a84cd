type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The entries that have a value: absent and undefined are one in a parsed order, and absent is the one kept. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
