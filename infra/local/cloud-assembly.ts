import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.object({ templateFile: z.string().optional() }).optional() }),
  ),
});

const AssetManifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const Template = z.object({
  Parameters: z
    .record(z.string(), z.object({ Type: z.string(), Default: z.union([z.string(), z.number()]).optional() }))
    .default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});
export type Template = z.infer<typeof Template>;

/** One synthesized stack: its template, and the folder behind every asset's object key. */
export interface CloudAssembly {
  readonly stack: string;
  readonly template: Template;
  readonly assets: ReadonlyMap<string, string>;
}

/** Reads the only stack of a `cdk.out` folder. Throws when there is none, or more than one. */
export function readCloudAssembly(folder: string): CloudAssembly {
  const manifest = Manifest.parse(readJson(join(folder, 'manifest.json')));
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [found] = stacks;
  if (found === undefined || stacks.length > 1) {
    throw new Error(`${folder}: exactly one stack is expected, found ${stacks.length}`);
  }
  const [stack, artifact] = found;
  const templateFile = artifact.properties?.templateFile ?? `${stack}.template.json`;
  return {
    stack,
    template: Template.parse(readJson(join(folder, templateFile))),
    assets: readAssets(folder, templateFile.replace(/\.template\.json$/, '.assets.json')),
  };
}

// The template's own `aws:asset:path` metadata exists only when the CDK command line ran the app.
function readAssets(folder: string, file: string): Map<string, string> {
  const assets = new Map<string, string>();
  if (!existsSync(join(folder, file))) return assets;
  for (const { source, destinations } of Object.values(AssetManifest.parse(readJson(join(folder, file))).files)) {
    for (const { objectKey } of Object.values(destinations)) {
      if (source.path !== undefined) assets.set(objectKey, resolve(folder, source.path));
    }
  }
  return assets;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
