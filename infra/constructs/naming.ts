/** Names what belongs to one stage: `sweep` → `tidewatch-sweep`, on stage `test` → `tidewatch-sweep-test`. */
export type Naming = (part?: string) => string;

/** Without a stage the names are the plain ones of production. */
export function namingFor(stage: string | undefined): Naming {
  return (part) => ['tidewatch', part, stage].filter((word) => word !== undefined && word !== '').join('-');
}
